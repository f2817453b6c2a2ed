import type { SearchParams } from "nuqs/server";

import { Overview } from "~/overview/overview";
import { loadRange } from "~/overview/range";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function OverviewPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { days } = await loadRange(searchParams);
  await getQueryClient().prefetchQuery(trpc.admin.overview.queryOptions({ days }));

  return (
    <Hydrate>
      <Overview />
    </Hydrate>
  );
}
