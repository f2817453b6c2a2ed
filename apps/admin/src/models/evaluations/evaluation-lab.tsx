"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { type Evaluations, modelParsers, numberOf, type Release } from "../models-data";
import { EvaluationView } from "./evaluation-view";
import { LearningCurves } from "./learning-curves";

const tones = { queued: "neutral", running: "info", done: "good", failed: "bad" } as const;

/** The evaluations of a workspace, one of them opened, and the learning curves of its training runs. */
export function EvaluationLab({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const [{ opened }] = useQueryStates(modelParsers);
  const list = useQuery(trpc.admin.models.evaluations.queryOptions({ workspaceId }));
  const releases = useQuery(trpc.admin.models.releases.queryOptions({ workspaceId }));
  const items = releases.data?.items ?? [];

  return (
    <Loaded query={list} label={t("loading")}>
      {(given) => {
        const shown = opened ?? given.items.find(({ state }) => state === "done")?.id ?? null;
        return (
          <div className="flex flex-col gap-8 py-4">
            {given.items.length === 0 ? (
              <EmptyState title={t("noEvaluations")}>{t("noEvaluationsHint")}</EmptyState>
            ) : (
              <EvaluationTable {...given} releases={items} shown={shown} />
            )}
            {shown && <EvaluationView id={shown} workspaceId={workspaceId} releases={items} />}
            <LearningCurves training={given.training} />
          </div>
        );
      }}
    </Loaded>
  );
}

function EvaluationTable({
  items,
  datasets,
  releases,
  shown,
}: Evaluations & { releases: readonly Release[]; shown: string | null }) {
  const t = useTranslations("models");
  const [, setPlace] = useQueryStates(modelParsers, { history: "push" });
  const datasetOf = (id: string) => datasets.find((each) => each.id === id);

  return (
    <Table label={t("evaluations")}>
      <thead>
        <tr>
          <TableHead>{t("release", { number: "" })}</TableHead>
          <TableHead>{t("dataset")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead numeric>{t("accuracy")}</TableHead>
          <TableHead numeric>{t("gain")}</TableHead>
          <TableHead>{t("made")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {items.map((each) => {
          const dataset = datasetOf(each.datasetId);
          return (
            <TableRow key={each.id} className={each.id === shown ? "bg-n3" : undefined}>
              <TableCell className="whitespace-nowrap">
                <button
                  type="button"
                  aria-current={each.id === shown}
                  className="underline underline-offset-2"
                  onClick={() => void setPlace({ opened: each.id })}
                >
                  {t("release", { number: numberOf(releases, each.releaseId) })}
                </button>
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {dataset
                  ? t("datasetName", { name: dataset.name, version: dataset.version })
                  : each.datasetId}
              </TableCell>
              <TableCell>
                <Badge tone={tones[each.state]}>{t(`state_${each.state}`)}</Badge>{" "}
                {each.problem && <span className="text-n11">{each.problem}</span>}
              </TableCell>
              <TableCell numeric>
                {each.metrics?.accuracy ? t("share", { share: each.metrics.accuracy.share }) : "–"}
              </TableCell>
              <TableCell numeric>
                {each.metrics?.gain ? t("points", { points: 100 * each.metrics.gain.gain }) : "–"}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={each.createdAt} />
              </TableCell>
            </TableRow>
          );
        })}
      </tbody>
    </Table>
  );
}
