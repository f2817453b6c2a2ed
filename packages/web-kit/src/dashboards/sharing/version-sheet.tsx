"use client";

import { changesBetween } from "@besunny/api/browser/dashboards";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFigureWiring } from "../../figures/figure-wiring";

import { Loaded } from "../../page/loaded";

import { ChangeList } from "../change-list";
import type { DashboardData } from "../dashboard-data";
import { useDashboardDone } from "../use-dashboard-done";

/** The versions of a dashboard, each with what it changed. An earlier one becomes the next one, which can be undone in the same way. */
export function VersionSheet({
  dashboard: { id, version: seen },
  onClose,
}: {
  dashboard: DashboardData;
  onClose: () => void;
}) {
  const t = useTranslations("dashboards");
  const { dashboards } = useFigureWiring();
  const done = useDashboardDone();
  const versions = useQuery(dashboards.versions.queryOptions({ id }));
  const restore = useMutation(
    dashboards.restore.mutationOptions(done(t("restored"), { afterwards: onClose })),
  );

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("versions")}
      closeLabel={t("close")}
    >
      <Loaded query={versions} label={t("loading")}>
        {({ items }) => (
          <ol className="flex flex-col divide-y divide-n6">
            {items.map((each, place) => {
              const before = items[place + 1];
              return (
                <li key={each.version} className="flex items-start gap-3 px-4 py-3">
                  <div className="min-w-0 flex-1">
                    <p className="flex flex-wrap items-center gap-2">
                      <span className="font-medium">{t("version", { number: each.version })}</span>
                      {each.version === seen && <Badge tone="accent">{t("present")}</Badge>}
                    </p>
                    <p className="text-n11 text-xs">
                      {each.madeBy?.name ?? t("somebody")}, <RelativeTime at={each.madeAt} />
                    </p>
                    {before && <ChangeList changes={changesBetween(before, each)} />}
                  </div>
                  {each.version !== seen && (
                    <Button
                      size="sm"
                      loading={restore.isPending && restore.variables.version === each.version}
                      onClick={() => restore.mutate({ id, seen, version: each.version })}
                    >
                      {t("restore")}
                    </Button>
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Loaded>
    </Sheet>
  );
}
