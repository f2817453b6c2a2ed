import type { SearchParams } from "nuqs/server";

import { Drift } from "~/models/drift/drift";
import { loadDriftPlace } from "~/models/drift/drift-place";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function DriftPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { days, workspace: workspaceId } = await loadDriftPlace(searchParams);
  await getQueryClient().prefetchQuery(
    trpc.admin.quality.drift.queryOptions({ days, workspaceId }),
  );

  return (
    <Hydrate>
      <Drift />
    </Hydrate>
  );
}
