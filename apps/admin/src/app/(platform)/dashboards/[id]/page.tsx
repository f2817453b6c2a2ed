import { DashboardPage } from "@besunny/web-kit/dashboards/dashboard-page";
import { AdminFigures } from "~/figures/admin-figures";

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
      <AdminFigures>
        <DashboardPage id={id} />
      </AdminFigures>
    </Hydrate>
  );
}
