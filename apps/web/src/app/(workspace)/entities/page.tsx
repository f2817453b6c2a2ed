import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Entities } from "./entities";
import { asEntitiesInput, loadEntityFilters } from "./filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entities"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EntitiesPage({ searchParams }: Props) {
  const input = asEntitiesInput(await loadEntityFilters(searchParams));
  await getQueryClient().prefetchInfiniteQuery(
    trpc.entities.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );

  return (
    <Hydrate>
      <Entities />
    </Hydrate>
  );
}
