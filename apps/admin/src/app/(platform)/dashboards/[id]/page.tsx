import { DashboardPage } from "~/dashboards/dashboard-page";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

type Props = { params: Promise<{ id: string }> };

export default async function OneDashboardPage({ params }: Props) {
  const { id } = await params;
  const cache = await getQueryClient();
  await Promise.all([
    cache.prefetchQuery(trpc.admin.dashboards.get.queryOptions({ id })),
    cache.prefetchQuery(trpc.admin.metrics.list.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <DashboardPage id={id} />
    </Hydrate>
  );
}
