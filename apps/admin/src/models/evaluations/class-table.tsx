"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import type { Metrics } from "../models-data";

/** The figures by class, and the accuracy by source, language and quality of the reading. */
export function ClassTable({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("models");
  const format = useFormatter();
  const share = (value: number | null) => (value === null ? "–" : t("share", { share: value }));

  return (
    <div className="grid gap-x-8 gap-y-10 xl:grid-cols-2">
      <section aria-label={t("classes")} className="min-w-0">
        <h2 className="font-semibold">{t("classes")}</h2>
        <Table label={t("classes")}>
          <thead>
            <tr>
              <TableHead>{t("type")}</TableHead>
              <TableHead numeric>{t("documents")}</TableHead>
              <TableHead numeric>{t("precision")}</TableHead>
              <TableHead numeric>{t("recall")}</TableHead>
              <TableHead numeric>{t("f1")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {metrics.classes.map((each) => (
              <TableRow key={each.name}>
                <TableCell>{each.name}</TableCell>
                <TableCell numeric>{format.number(each.documents)}</TableCell>
                <TableCell numeric>{share(each.precision)}</TableCell>
                <TableCell numeric>{share(each.recall)}</TableCell>
                <TableCell numeric>
                  {format.number(each.f1, { maximumFractionDigits: 2 })}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </section>
      <section aria-label={t("groups")} className="min-w-0">
        <h2 className="font-semibold">{t("groups")}</h2>
        <Table label={t("groups")}>
          <thead>
            <tr>
              <TableHead>{t("group")}</TableHead>
              <TableHead numeric>{t("documents")}</TableHead>
              <TableHead numeric>{t("accuracy")}</TableHead>
              <TableHead numeric>{t("bounds")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {(["bySource", "byLanguage", "byOcrQuality"] as const).flatMap((by) =>
              metrics[by].map(({ name, documents, accuracy }) => (
                <TableRow key={`${by} ${name}`}>
                  <TableCell>{t(by, { name })}</TableCell>
                  <TableCell numeric>{format.number(documents)}</TableCell>
                  <TableCell numeric>{share(accuracy.share)}</TableCell>
                  <TableCell numeric className="whitespace-nowrap">
                    {t("interval", { low: accuracy.low, high: accuracy.high })}
                  </TableCell>
                </TableRow>
              )),
            )}
          </tbody>
        </Table>
      </section>
    </div>
  );
}
