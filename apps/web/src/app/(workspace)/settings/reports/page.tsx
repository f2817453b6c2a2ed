import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { ReportsPage } from "./reports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  const isAllowed = role !== null && can(role, "workspace.update");
  if (isAllowed) await getQueryClient().prefetchQuery(trpc.reports.list.queryOptions({}));

  return (
    <Hydrate>
      <ReportsPage isAllowed={isAllowed} />
    </Hydrate>
  );
}
