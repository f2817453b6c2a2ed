import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { asItemsInput, loadItemFilters } from "./filters";
import { ItemsScreen } from "./items-screen";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("itemsTitle") };
}

export default async function ItemsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const input = asItemsInput(id, await loadItemFilters(searchParams));
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.sources.get.queryOptions({ id })),
    client.prefetchInfiniteQuery(
      trpc.sources.items.infiniteQueryOptions(input, {
        getNextPageParam: (page) => page.nextCursor,
      }),
    ),
  ]);

  return (
    <Hydrate>
      <ItemsScreen id={id} />
    </Hydrate>
  );
}
