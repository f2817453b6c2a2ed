import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { asInput, loadFilters } from "./filters";
import { Library } from "./library";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

export default async function LibraryPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const input = asInput(await loadFilters(searchParams));
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.views.layout.queryOptions({})),
    client.prefetchInfiniteQuery(
      trpc.documents.list.infiniteQueryOptions(input, {
        getNextPageParam: (page) => page.nextCursor,
      }),
    ),
  ]);

  return (
    <Hydrate>
      <Library />
    </Hydrate>
  );
}
