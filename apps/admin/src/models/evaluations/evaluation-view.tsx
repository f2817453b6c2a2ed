"use client";

import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { numberOf, type Release } from "../models-data";
import { ChangedDocuments } from "./changed-documents";
import { ClassTable } from "./class-table";
import { ConfusionMatrix } from "./confusion-matrix";
import { CoverageCurve } from "./coverage-curve";
import { MetricTiles } from "./metric-tiles";
import { ReliabilityDiagram } from "./reliability-diagram";

/** The figures of one evaluation, beside those of the release that decided then. */
export function EvaluationView({
  id,
  workspaceId,
  releases,
}: {
  id: string;
  workspaceId: string;
  releases: readonly Release[];
}) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const evaluation = useQuery(trpc.admin.models.evaluation.queryOptions({ workspaceId, id }));

  return (
    <Loaded query={evaluation} label={t("loading")}>
      {({ metrics, changed, releaseId, baselineId }) =>
        metrics && (
          <section aria-label={t("evaluation")} className="flex flex-col gap-8 px-4">
            <h2 className="font-semibold">
              {baselineId
                ? t("against", {
                    after: numberOf(releases, releaseId),
                    before: numberOf(releases, baselineId),
                  })
                : t("release", { number: numberOf(releases, releaseId) })}
            </h2>
            <MetricTiles metrics={metrics} />
            <div className="grid gap-x-8 gap-y-10 xl:grid-cols-2">
              <ReliabilityDiagram metrics={metrics} />
              <CoverageCurve metrics={metrics} />
            </div>
            <ConfusionMatrix metrics={metrics} />
            <ClassTable metrics={metrics} />
            <ChangedDocuments changed={changed} />
          </section>
        )
      }
    </Loaded>
  );
}
