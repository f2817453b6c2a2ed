"use client";

import type { Dimension } from "@besunny/api/browser/figures";
import { useFormatter, useTranslations } from "next-intl";

import { useFigureWiring } from "./figure-wiring";
import type { drillOf } from "./rows-place";
import { useFigureWords } from "./use-figure-words";
import { useMetrics } from "./use-metrics";

type Asked = NonNullable<ReturnType<typeof drillOf>>;

/** Says in words which rows are listed: their time, their groups, and the filters that the figure has. */
export function useRowLimits({ query, at, group }: Asked): string[] {
  const t = useTranslations("figures");
  const format = useFormatter();
  const words = useFigureWords();
  const { useValueNames } = useFigureWiring();
  const { byName } = useMetrics();
  const { from, to, timeZone, grain, breakOuts, filters } = query;
  const definition = byName.get(query.metric);
  const groups = breakOuts.flatMap((dimension, place) => {
    const key = group[place];
    return key === undefined ? [] : [{ dimension, values: [key] }];
  });
  const nameOf = useValueNames([...groups, ...filters]);
  const time = (moment: Date) =>
    format.dateTime(moment, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone,
      hourCycle: "h23",
    });
  const valueName = (dimension: Dimension, key: string | null) =>
    words.groupName(dimension, {
      key,
      name: (key === null ? undefined : nameOf(dimension, key)) ?? key ?? "",
    });

  return [
    at ? words.timeName(at, grain, timeZone) : t("between", { from: time(from), to: time(to) }),
    ...[
      ...groups,
      ...filters.filter(({ dimension }) => definition?.dimensions.includes(dimension) !== false),
    ].map(({ dimension, values }) =>
      t("filter", {
        name: words.dimensionName(dimension),
        values: values.map((key) => valueName(dimension, key)).join(", "),
      }),
    ),
  ];
}
