"use client";

import { type TileQuestion, tileGrains } from "@besunny/api/browser/dashboards";
import { type Dimension, dimensions, type MetricDefinition } from "@besunny/api/browser/figures";
import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import { useFigureWords } from "../../figures/use-figure-words";

const nothing = "nothing";

/** The cuts of a tile: by parts of time, and by at most two dimensions of its metric. */
export function QuestionFields({
  question,
  definitions,
  onChange,
}: {
  question: TileQuestion;
  definitions: readonly MetricDefinition[];
  onChange: (question: TileQuestion) => void;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const { grain, breakOuts } = question;
  const canBreakOut = definitions.length === 1;
  const offered = dimensions.filter((dimension) =>
    definitions.every((each) => each.dimensions.includes(dimension)),
  );
  const [first, second] = breakOuts;
  const setPlace = (place: number) => (next: string) => {
    const dimension = dimensions.find((each) => each === next);
    const kept = breakOuts.filter((each, position) => position !== place && each !== dimension);
    const all: Dimension[] = dimension
      ? [...kept.slice(0, place), dimension, ...kept.slice(place)]
      : kept;
    onChange({ ...question, breakOuts: all.slice(0, 2) });
  };
  const options = (without: Dimension | undefined) => [
    { value: nothing, label: t("byNothing") },
    ...offered
      .filter((dimension) => dimension !== without)
      .map((dimension) => ({ value: dimension, label: words.dimensionName(dimension) })),
  ];

  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-3">
      <Field label={t("grain")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("grain")}
            value={grain}
            options={tileGrains.map((value) => ({ value, label: t(`grain_${value}`) }))}
            onChange={(next) =>
              onChange({ ...question, grain: tileGrains.find((each) => each === next) ?? grain })
            }
          />
        )}
      </Field>
      <Field label={t("breakOut")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("breakOut")}
            value={first ?? nothing}
            disabled={!canBreakOut}
            options={options(undefined)}
            onChange={setPlace(0)}
          />
        )}
      </Field>
      <Field label={t("secondBreakOut")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("secondBreakOut")}
            value={second ?? nothing}
            disabled={!canBreakOut || !first}
            options={options(first)}
            onChange={setPlace(1)}
          />
        )}
      </Field>
    </div>
  );
}
