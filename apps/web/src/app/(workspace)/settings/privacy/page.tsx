import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { PrivacyPage } from "./privacy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  const isAllowed = role !== null && can(role, "privacy.manage");
  if (isAllowed) await getQueryClient().prefetchQuery(trpc.privacy.requests.queryOptions({}));

  return (
    <Hydrate>
      <PrivacyPage isAllowed={isAllowed} />
    </Hydrate>
  );
}
