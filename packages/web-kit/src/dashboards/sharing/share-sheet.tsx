"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useFigureWiring } from "../../figures/figure-wiring";
import type { DashboardData } from "../dashboard-data";
import { useDashboardDone } from "../use-dashboard-done";
import { DashboardLinks } from "./dashboard-links";

/** The people who see a dashboard, and the links that show it without a sign-in until they end. */
export function ShareSheet({
  dashboard: { id, visibility, isMine },
  onClose,
}: {
  dashboard: DashboardData;
  onClose: () => void;
}) {
  const t = useTranslations("dashboards");
  const { dashboards, links, sharedWith } = useFigureWiring();
  const done = useDashboardDone();
  const share = useMutation(dashboards.share.mutationOptions(done(t("shared"))));

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("share")}
      closeLabel={t("close")}
    >
      <div className="flex flex-col gap-6 p-4">
        <section className="flex flex-col gap-2">
          <h3 className="font-semibold">{t("whoSees")}</h3>
          {isMine ? (
            <SegmentedControl
              label={t("whoSees")}
              value={visibility}
              options={(["me", sharedWith] as const).map((value) => ({
                value,
                label: t(`visibility_${value}`),
              }))}
              onChange={(next) =>
                share.mutate({ id, visibility: next === sharedWith ? sharedWith : "me" })
              }
            />
          ) : (
            <p>{t(`visibility_${sharedWith}`)}</p>
          )}
          <p className="text-n11 text-xs">{t(`whoSeesHint_${sharedWith}`)}</p>
        </section>
        {links && <DashboardLinks id={id} links={links} />}
      </div>
    </Sheet>
  );
}
