import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Batches } from "./batches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("title") };
}

export default async function BatchesPage() {
  await getQueryClient().prefetchInfiniteQuery(
    trpc.batches.list.infiniteQueryOptions(
      { limit: 30 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );

  return (
    <Hydrate>
      <Batches />
    </Hydrate>
  );
}
