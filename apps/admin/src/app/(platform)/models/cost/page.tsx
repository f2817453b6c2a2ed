import type { SearchParams } from "nuqs/server";

import { asCostFilter, loadCosts } from "~/costs/cost-range";
import { Costs } from "~/costs/costs";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function CostPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const range = await loadCosts(searchParams);
  if (range.tab === "spent")
    await getQueryClient().prefetchQuery(
      trpc.admin.costs.spending.queryOptions({ ...asCostFilter(range), by: range.by }),
    );

  return (
    <Hydrate>
      <Costs />
    </Hydrate>
  );
}
