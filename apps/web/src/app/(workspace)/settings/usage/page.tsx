import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { UsagePage } from "./usage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("usage"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  const isAllowed = role !== null && can(role, "workspace.update");
  if (isAllowed) await getQueryClient().prefetchQuery(trpc.usage.stand.queryOptions({}));

  return (
    <Hydrate>
      <UsagePage isAllowed={isAllowed} />
    </Hydrate>
  );
}
