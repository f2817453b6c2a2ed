import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { SearchQuality } from "./search-quality";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("searchQuality"))("title") };
}

export default async function SearchQualityPage() {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  const isAllowed = role !== null && can(role, "search.review");
  if (isAllowed) await getQueryClient().prefetchQuery(trpc.analytics.emptyQueries.queryOptions({}));

  return (
    <Hydrate>
      <SearchQuality isAllowed={isAllowed} />
    </Hydrate>
  );
}
