"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Loaded } from "~/shell/loaded";
import { DashboardView } from "./dashboard-view";
import { DashboardEditor } from "./editor/dashboard-editor";
import { dashboardParsers } from "./place/dashboard-place";

/** A dashboard to read, or to change with `edit` in the address. */
export function DashboardPage({ id }: { id: string }) {
  const t = useTranslations("dashboards");
  const trpc = useTRPC();
  const [{ edit }] = useQueryStates(dashboardParsers);
  const dashboard = useQuery(
    trpc.admin.dashboards.get.queryOptions({ id }, { refetchOnWindowFocus: !edit }),
  );

  return (
    <Loaded query={dashboard} label={t("loading")}>
      {(data) =>
        edit && !data.isShipped && !data.removedAt ? (
          <DashboardEditor key={data.id} dashboard={data} />
        ) : (
          <DashboardView dashboard={data} />
        )
      }
    </Loaded>
  );
}
