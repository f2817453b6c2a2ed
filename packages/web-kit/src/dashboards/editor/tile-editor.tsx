"use client";

import {
  mostMetrics,
  mostTileFilters,
  type Tile,
  type TileQuestion,
} from "@besunny/api/browser/dashboards";
import type { ChartKind } from "@besunny/charts/chart-kinds";
import { fittingKinds, suggestKind } from "@besunny/charts/suggest-kind";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFigures } from "../../figures/use-figures";
import { useMetrics } from "../../figures/use-metrics";
import { TileView } from "../../tiles/tile-view";
import type { DashboardPlace } from "../place/use-dashboard-place";
import { FilterFields } from "./filter-fields";
import { MetricPicker } from "./metric-picker";
import { newTileId } from "./new-tile-id";
import { QuestionFields } from "./question-fields";

const fresh: TileQuestion = { metrics: [], grain: "auto", breakOuts: [], filters: [], limit: 12 };

/** A tile that is made or changed: its metrics, how they are cut and drawn, and how it will look. */
export function TileEditor({
  tile,
  below,
  around,
  onKeep,
  onClose,
}: {
  tile: Tile | null;
  below: Tile["place"];
  around: DashboardPlace["around"];
  onKeep: (tile: Tile) => void;
  onClose: () => void;
}) {
  const t = useTranslations("dashboards");
  const { byName } = useMetrics();
  const [id] = useState(() => tile?.id ?? newTileId());
  const [title, setTitle] = useState(tile?.title ?? "");
  const [question, setQuestion] = useState(tile?.question ?? fresh);
  const [wanted, setWanted] = useState<ChartKind | null>(tile?.kind ?? null);
  const definitions = question.metrics.flatMap((name) => byName.get(name) ?? []);
  const shape = {
    metrics: question.metrics.length,
    isOverTime: question.grain !== "none",
    breakOuts: question.breakOuts.length,
    isAdditive: definitions.every(({ isAdditive }) => isAdditive),
    areSteps: question.metrics.every((name) => name.startsWith("funnel.")),
  };
  const kinds = fittingKinds(shape);
  const kind = wanted && kinds.includes(wanted) ? wanted : suggestKind(shape);
  const isEmpty = question.metrics.length === 0;
  const size = kind === "number" ? { w: 3, h: 2 } : { w: 6, h: 5 };
  const made: Tile = {
    id,
    title: title.trim(),
    kind,
    question,
    place: tile?.place ?? { ...below, ...size },
  };
  const figures = useFigures(isEmpty ? [] : [made], around, byName);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(tile ? "changeTile" : "addTile")}
      closeLabel={t("close")}
      className="top-[4vh] max-h-[92vh] w-[min(60rem,calc(100vw-1rem))]"
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" disabled={isEmpty} onClick={() => onKeep(made)}>
            {t(tile ? "keepTile" : "addTile")}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 md:grid-cols-2">
        <MetricPicker
          chosen={question.metrics}
          most={mostMetrics}
          onChange={(metrics) =>
            setQuestion({
              ...question,
              metrics,
              breakOuts:
                metrics.length > 1
                  ? []
                  : question.breakOuts.filter((dimension) =>
                      metrics.every((name) => byName.get(name)?.dimensions.includes(dimension)),
                    ),
            })
          }
        />
        <div className="flex min-w-0 flex-col gap-3">
          <QuestionFields question={question} definitions={definitions} onChange={setQuestion} />
          <FilterFields
            filters={question.filters}
            most={mostTileFilters}
            definition={definitions[0]}
            around={around}
            onChange={(filters) => setQuestion({ ...question, filters })}
          />
          <Field label={t("kind")} hint={t("kindHint", { kind: t(`kind_${suggestKind(shape)}`) })}>
            {() => (
              <SegmentedControl
                label={t("kind")}
                value={kind}
                className="max-w-full overflow-x-auto"
                options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
                onChange={(next) => setWanted(kinds.find((each) => each === next) ?? null)}
              />
            )}
          </Field>
          <Field label={t("tileTitle")} hint={t("tileTitleHint")}>
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
          <section aria-label={t("preview")} className={kind === "number" ? "h-28" : "h-72"}>
            {isEmpty ? (
              <p className="flex h-full items-center justify-center rounded-lg border border-n6 border-dashed text-n11">
                {t("chooseMetric")}
              </p>
            ) : (
              <TileView
                tile={made}
                figures={figures.of(id)}
                metrics={byName}
                onRetry={figures.refetch}
              />
            )}
          </section>
        </div>
      </div>
    </Dialog>
  );
}
