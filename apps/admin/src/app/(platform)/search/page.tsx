import type { SearchParams } from "nuqs/server";

import { loadSearchRange } from "~/search/range";
import { SearchQuality } from "~/search/search-quality";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function SearchPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { days, workspace: workspaceId } = await loadSearchRange(searchParams);
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.admin.search.quality.queryOptions({ days, workspaceId })),
    client.prefetchQuery(trpc.admin.search.index.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <SearchQuality />
    </Hydrate>
  );
}
