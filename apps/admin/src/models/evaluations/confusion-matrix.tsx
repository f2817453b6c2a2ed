"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import type { Metrics } from "../models-data";

const MOST_CLASSES = 25;
const STRONGEST = 60;

/** The labels that people gave, by row, and the answers of the release, by column. A darker cell has more of its row. */
export function ConfusionMatrix({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("models");
  const format = useFormatter();
  const labels = metrics.classes
    .toSorted((a, b) => b.documents - a.documents)
    .slice(0, MOST_CLASSES)
    .map(({ name }) => name);
  const columns: (string | null)[] = [...labels, null];
  const at = (label: string, said: string | null) =>
    metrics.confusion.find((cell) => cell.label === label && cell.said === said)?.documents ?? 0;
  const all = (label: string) => metrics.classes.find(({ name }) => name === label)?.documents ?? 0;

  return (
    <section aria-label={t("confusion")}>
      <h2 className="font-semibold">{t("confusion")}</h2>
      <p className="text-n11 text-xs">{t("confusionDefinition")}</p>
      <Table label={t("confusion")} className="w-auto">
        <thead>
          <tr>
            <TableHead>{t("label")}</TableHead>
            {columns.map((said) => (
              <TableHead key={said ?? ""} numeric>
                {said ?? t("open")}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels
            .filter((label) => all(label) > 0)
            .map((label) => (
              <TableRow key={label}>
                <TableCell className="whitespace-nowrap font-medium">{label}</TableCell>
                {columns.map((said) => {
                  const documents = at(label, said);
                  const token = said === label ? "--good" : "--bad";
                  const strength = Math.round((STRONGEST * documents) / Math.max(1, all(label)));
                  return (
                    <TableCell
                      key={said ?? ""}
                      numeric
                      className={documents === 0 ? "text-n10" : undefined}
                      style={
                        documents > 0
                          ? {
                              backgroundColor: `color-mix(in oklab, var(${token}) ${Math.round(strength / 2)}%, var(--n1))`,
                            }
                          : undefined
                      }
                    >
                      {documents === 0 ? "·" : format.number(documents)}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
        </tbody>
      </Table>
    </section>
  );
}
