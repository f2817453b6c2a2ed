import { can } from "@besunny/api/browser/policy";
import { DashboardLibrary } from "@besunny/web-kit/dashboards/dashboard-library";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { WorkspaceFigures } from "~/analytics/workspace-figures";
import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  await getQueryClient().prefetchQuery(trpc.dashboards.list.queryOptions({}));

  return (
    <Hydrate>
      <WorkspaceFigures>
        <DashboardLibrary mayMake={role !== null && can(role, "dashboard.make")} />
      </WorkspaceFigures>
    </Hydrate>
  );
}
