import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { EntityScreen } from "./entity-screen";

type Props = { params: Promise<{ id: string }> };

export default async function EntityPage({ params }: Props) {
  const { id } = await params;
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.entities.get.queryOptions({ id })),
    client.prefetchInfiniteQuery(
      trpc.entities.documents.infiniteQueryOptions(
        { id },
        { getNextPageParam: (page) => page.nextCursor },
      ),
    ),
  ]);

  return (
    <Hydrate>
      <EntityScreen id={id} />
    </Hydrate>
  );
}
