import { can } from "@besunny/api/browser/policy";
import { DashboardPage } from "@besunny/web-kit/dashboards/dashboard-page";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { WorkspaceFigures } from "~/analytics/workspace-figures";
import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("title") };
}

export default async function Page({ params }: Props) {
  const [{ id }, { role }] = await Promise.all([params, requireSession()]);
  const cache = getQueryClient();
  await Promise.all([
    cache.prefetchQuery(trpc.dashboards.get.queryOptions({ id })),
    cache.prefetchQuery(trpc.metrics.list.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <WorkspaceFigures>
        <DashboardPage id={id} mayMake={role !== null && can(role, "dashboard.make")} />
      </WorkspaceFigures>
    </Hydrate>
  );
}
