"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useFigureWiring } from "../figures/figure-wiring";
import { Loaded } from "../page/loaded";
import { DashboardView } from "./dashboard-view";
import { DashboardEditor } from "./editor/dashboard-editor";
import { dashboardParsers } from "./place/dashboard-place";

/** A dashboard to read, or to change with `edit` in the address. */
export function DashboardPage({ id, mayMake = true }: { id: string; mayMake?: boolean }) {
  const t = useTranslations("dashboards");
  const { dashboards, Header } = useFigureWiring();
  const [{ edit }] = useQueryStates(dashboardParsers);
  const dashboard = useQuery(dashboards.get.queryOptions({ id }, { refetchOnWindowFocus: !edit }));

  return (
    <>
      {!dashboard.data && <Header title={t("title")} />}
      <Loaded query={dashboard} label={t("loading")}>
        {(data) =>
          edit && data.mayChange && !data.removedAt ? (
            <DashboardEditor key={data.id} dashboard={data} />
          ) : (
            <DashboardView dashboard={data} mayMake={mayMake} />
          )
        }
      </Loaded>
    </>
  );
}
