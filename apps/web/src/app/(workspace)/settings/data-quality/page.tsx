import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { DataQuality } from "./data-quality";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dataQuality"))("title") };
}

export default async function DataQualityPage() {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  const isAllowed = role !== null && can(role, "quality.review");
  if (isAllowed)
    await Promise.all([
      getQueryClient().prefetchQuery(trpc.quality.counts.queryOptions({})),
      getQueryClient().prefetchQuery(trpc.quality.cleanings.queryOptions({})),
    ]);

  return (
    <Hydrate>
      <DataQuality isAllowed={isAllowed} />
    </Hydrate>
  );
}
