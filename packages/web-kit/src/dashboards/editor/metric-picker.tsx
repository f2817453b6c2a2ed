"use client";

import { classNames } from "@besunny/ui/class-names";
import { Input } from "@besunny/ui/fields/input";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { fitsText } from "../../figures/fits-text";
import { useFigureWords } from "../../figures/use-figure-words";
import { useMetrics } from "../../figures/use-metrics";

/** Metrics to choose from, with their definitions. More than one may be chosen where they have the same unit. */
export function MetricPicker({
  chosen,
  most,
  onChange,
}: {
  chosen: readonly string[];
  most: number;
  onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const { byName } = useMetrics();
  const [text, setText] = useState("");
  const unit = byName.get(chosen[0] ?? "")?.unit;
  const found = [...byName.values()].filter((metric) => fitsText(metric, text));

  function press(name: string) {
    if (chosen.includes(name)) return onChange(chosen.filter((each) => each !== name));
    const isOfUnit = byName.get(name)?.unit === unit;
    onChange(isOfUnit && chosen.length < most ? [...chosen, name] : [name]);
  }

  return (
    <section aria-label={t("metrics")} className="flex min-h-0 flex-col gap-2">
      <Input
        type="search"
        aria-label={t("findMetric")}
        placeholder={t("findMetric")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="text-n11 text-xs">{t("metricsHint", { count: most })}</p>
      <ul className="flex max-h-[52vh] flex-col gap-1 overflow-y-auto pr-1">
        {found.map((metric) => {
          const isChosen = chosen.includes(metric.name);
          return (
            <li key={metric.name}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => press(metric.name)}
                className={classNames(
                  "flex w-full items-start gap-2 rounded-md border px-2.5 py-1.5 text-left hover:bg-n3",
                  isChosen ? "border-accent bg-accent-soft" : "border-n6",
                )}
              >
                <Check
                  aria-hidden
                  className={classNames("mt-0.5 size-4 shrink-0", !isChosen && "invisible")}
                />
                <span className="min-w-0">
                  <span className="block font-medium">{metric.title}</span>
                  <span className="block text-n11 text-xs">{metric.definition}</span>
                  <span className="block text-n11 text-xs">{words.unitName(metric.unit)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p className="text-n11">{t("noMetric")}</p>}
    </section>
  );
}
