import type { SearchParams } from "nuqs/server";

import { DataQuality } from "~/models/data-quality/data-quality";
import { loadIssuePlace } from "~/models/data-quality/place";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function DataQualityPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { workspace: workspaceId } = await loadIssuePlace(searchParams);
  await getQueryClient().prefetchQuery(
    trpc.admin.quality.issueCounts.queryOptions({ workspaceId }),
  );

  return (
    <Hydrate>
      <DataQuality />
    </Hydrate>
  );
}
