"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import { LearningCurve } from "./learning-curve";

type Run = Outputs["learning"]["trainings"]["items"][number];
type Share = NonNullable<Run["metrics"]>["grouped"];

/** Shows the end of a training: its figures, or what was missing. */
export function TrainingResult({ run }: { run: Run }) {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const format = useFormatter();
  const percent = (value: number) =>
    format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const share = ({ value, low, high }: Share) =>
    t("interval", { value: percent(value), low: percent(low), high: percent(high) });
  const { metrics } = run;

  return (
    <div className="mt-5">
      <p className="font-medium">
        {t(`state_${run.state}`)}{" "}
        <span className="font-normal text-n11 text-sm">
          <RelativeTime at={run.endedAt ?? run.createdAt} />
        </span>
      </p>
      {run.problem && <p className="mt-1 text-bad">{run.problem}</p>}
      {run.problems.length > 0 && (
        <ul className="mt-1">
          {run.problems.map((each) => (
            <li key={`${each.problem} ${each.type}`}>
              {t(`problem_${each.problem}`, {
                type: each.type ? typeName(each.type) : "",
                needed: each.needed,
                found: each.found,
              })}
            </li>
          ))}
        </ul>
      )}
      {metrics && (
        <>
          <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
            <Figure name={t("accuracy")} value={share(metrics.grouped)} />
            {metrics.test && <Figure name={t("testAccuracy")} value={share(metrics.test)} />}
            <Figure name={t("randomAccuracy")} value={percent(metrics.random.value)} />
            <Figure name={t("answered")} value={percent(metrics.answered.value)} />
            {metrics.answered.value > 0 && (
              <Figure name={t("answeredRight")} value={share(metrics.answeredRight)} />
            )}
            <Figure name={t("learnedFrom")} value={format.number(metrics.labels)} />
          </dl>
          {metrics.threshold === null && <p className="mt-2 text-n11">{t("abstains")}</p>}
          <LearningCurve curve={metrics.curve} />
          <Table label={t("byType")} className="mt-4">
            <thead>
              <tr>
                <TableHead>{t("type")}</TableHead>
                <TableHead numeric>{t("count")}</TableHead>
                <TableHead numeric>{t("precision")}</TableHead>
                <TableHead numeric>{t("recall")}</TableHead>
              </tr>
            </thead>
            <tbody>
              {metrics.byType.map((each) => (
                <TableRow key={each.type}>
                  <TableCell>{typeName(each.type)}</TableCell>
                  <TableCell numeric>{format.number(each.count)}</TableCell>
                  <TableCell numeric>
                    {each.precision === null ? "–" : percent(each.precision)}
                  </TableCell>
                  <TableCell numeric>{each.recall === null ? "–" : percent(each.recall)}</TableCell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-n11">{name}</dt>
      <dd className="mb-1 tabular-nums sm:mb-0">{value}</dd>
    </>
  );
}
