import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";

import { tabTitleOf } from "~/shell/tab-title";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { asInput, loadFilters } from "./filters";
import { Library } from "./library";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await loadFilters(searchParams);
  return { title: tabTitleOf(q, (await getTranslations("library"))("title")) };
}

export default async function LibraryPage({ searchParams }: Props) {
  const input = asInput(await loadFilters(searchParams));
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.views.layout.queryOptions({})),
    client.prefetchQuery(trpc.fields.list.queryOptions({})),
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
