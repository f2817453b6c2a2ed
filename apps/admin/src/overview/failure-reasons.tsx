"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

import { FiguresChart } from "~/charts/figures-chart";
import { tint } from "~/charts/tint";
import { documentsHref } from "~/documents/filters";
import { useReason } from "~/documents/reason";

import { filterOf, type OverviewData } from "./overview-data";

/** Why documents failed; each reason opens its documents. */
export function FailureReasons({
  overview,
  workspaceId,
}: {
  overview: OverviewData;
  workspaceId: string | null;
}) {
  const t = useTranslations("overview");
  const reasonOf = useReason();
  const latest = new Map(overview.failures.map((each) => [each.code, each.latest.toISOString()]));

  return (
    <FiguresChart
      title={t("failures")}
      definition={t("failuresDefinition")}
      axisName={t("reason")}
      direction="bars"
      rows={overview.failures.map(({ code, count }) => ({
        key: code,
        name: reasonOf(code),
        values: { count },
      }))}
      series={[{ key: "count", name: t("count"), color: tint("--bad") }]}
      columns={[
        {
          name: t("latest"),
          text: ({ key }) => latest.get(key) ?? "",
          show: ({ key }) => <RelativeTime at={latest.get(key) ?? overview.asOf} />,
        },
      ]}
      amount={(count) => t("documents", { count })}
      placeOf={({ key }) =>
        documentsHref({ ...filterOf(overview, workspaceId), status: ["failed"], errorCode: key })
      }
    />
  );
}
