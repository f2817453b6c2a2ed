import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { BatchScreen } from "./batch-screen";
import { asDocumentsInput, loadBatchFilters } from "./filters";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const input = asDocumentsInput(id, await loadBatchFilters(searchParams));
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.batches.get.queryOptions({ id })),
    client.prefetchInfiniteQuery(
      trpc.batches.documents.infiniteQueryOptions(input, {
        getNextPageParam: (page) => page.nextCursor,
      }),
    ),
  ]);

  return (
    <Hydrate>
      <BatchScreen id={id} />
    </Hydrate>
  );
}
