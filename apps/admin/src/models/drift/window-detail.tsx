"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import { DocumentLink } from "../document-link";
import type { Window } from "./drift-place";

/** Shows each measure with its difference and how likely that is by chance, and the documents that show it most. */
export function WindowDetail({ window }: { window: Window }) {
  const t = useTranslations("drift");
  const format = useFormatter();
  const figure = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumSignificantDigits: 3 });

  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-n11 text-sm">
        {t("comparedWith", {
          documents: window.documents,
          reference: window.referenceDocuments,
          from: window.referenceFrom,
        })}{" "}
        {t("looks", { count: window.looks })} <RelativeTime at={window.computedAt} />
      </p>
      {window.measures.length === 0 ? (
        <p>{t("tooFew")}</p>
      ) : (
        <Table label={t("measures")}>
          <thead>
            <tr>
              <TableHead>{t("measure")}</TableHead>
              <TableHead numeric>{t("thisWeek")}</TableHead>
              <TableHead numeric>{t("before")}</TableHead>
              <TableHead numeric>{t("size")}</TableHead>
              <TableHead numeric>{t("floor")}</TableHead>
              <TableHead numeric>{t("p")}</TableHead>
              <TableHead numeric>{t("threshold")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {window.measures.map((each) => (
              <TableRow key={each.name}>
                <TableCell className={each.isDrifted ? "font-semibold" : ""}>
                  {t(`measure_${each.name}`)}{" "}
                  <span className="text-n11 text-xs">{t(`kind_${each.kind}`)}</span>
                  {each.isDrifted && <span className="text-bad text-xs"> {t("isDrifted")}</span>}
                </TableCell>
                <TableCell numeric>{figure(each.value)}</TableCell>
                <TableCell numeric>{figure(each.reference)}</TableCell>
                <TableCell numeric>{figure(each.size)}</TableCell>
                <TableCell numeric>{figure(each.floor)}</TableCell>
                <TableCell numeric>{figure(each.p)}</TableCell>
                <TableCell numeric>{figure(each.threshold)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      <p className="max-w-prose text-n11 text-sm">
        {t("estimate", { count: window.estimatedOn })}{" "}
        {window.labelled > 0 && t("labelledNote", { count: window.labelled })}
      </p>
      {window.examples.length > 0 && (
        <section aria-label={t("examples")}>
          <h3 className="font-semibold text-sm">{t("examples")}</h3>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {window.examples.map(({ documentId, measure }) => (
              <li key={documentId} className="truncate">
                <DocumentLink id={documentId} />{" "}
                <span className="text-n11 text-xs">{t(`measure_${measure}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
