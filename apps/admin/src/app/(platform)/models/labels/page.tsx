import type { SearchParams } from "nuqs/server";

import { Labels } from "~/models/labels/labels";
import { loadLabelPlace } from "~/models/labels/place";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function LabelsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { workspace: workspaceId } = await loadLabelPlace(searchParams);
  await getQueryClient().prefetchQuery(
    trpc.admin.quality.labelCounts.queryOptions({ workspaceId }),
  );

  return (
    <Hydrate>
      <Labels />
    </Hydrate>
  );
}
