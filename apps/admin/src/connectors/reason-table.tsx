"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import type { ConnectorData } from "./connector";

/** Why items of sources are not here, the most frequent reason first. */
export function ReasonTable({ data: { reasons } }: { data: ConnectorData }) {
  const t = useTranslations("connectors");
  const format = useFormatter();

  return (
    <section aria-label={t("errors")}>
      <h2 className="font-semibold">{t("errors")}</h2>
      <p className="text-n11 text-xs">{t("errorsHint")}</p>
      {reasons.length === 0 ? (
        <p className="mt-2">{t("noErrors")}</p>
      ) : (
        <Table label={t("errors")} className="max-w-2xl">
          <thead>
            <tr>
              <TableHead>{t("state")}</TableHead>
              <TableHead>{t("reason")}</TableHead>
              <TableHead numeric>{t("items")}</TableHead>
              <TableHead numeric>{t("inSources")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ state, reason, items, sources }) => (
              <TableRow key={`${state}/${reason}`}>
                <TableCell>{t(`item_${state}`)}</TableCell>
                <TableCell>
                  <code className="font-mono text-xs">{reason}</code>
                </TableCell>
                <TableCell numeric>{format.number(items)}</TableCell>
                <TableCell numeric>{format.number(sources)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
