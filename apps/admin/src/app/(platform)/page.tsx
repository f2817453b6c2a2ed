import type { SearchParams } from "nuqs/server";

import { Overview } from "~/overview/overview";
import { asSpan, loadOverview } from "~/overview/range";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function OverviewPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const range = await loadOverview(searchParams);
  await getQueryClient().prefetchQuery(trpc.admin.overview.queryOptions(asSpan(range)));

  return (
    <Hydrate>
      <Overview />
    </Hydrate>
  );
}
