import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Trash } from "./trash";
import { trashInput } from "./trash-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trash"))("title") };
}

export default async function TrashPage() {
  const cache = getQueryClient();
  await Promise.all([
    cache.prefetchQuery(trpc.documents.trashDays.queryOptions({})),
    cache.prefetchInfiniteQuery(
      trpc.documents.list.infiniteQueryOptions(trashInput, {
        getNextPageParam: (page) => page.nextCursor,
      }),
    ),
  ]);

  return (
    <Hydrate>
      <Trash />
    </Hydrate>
  );
}
