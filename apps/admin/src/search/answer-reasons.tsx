"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import type { Quality } from "./range";

/** Shows why answers did not help, as people said; nothing if nobody said. */
export function AnswerReasons({ quality: { ratings } }: { quality: Quality }) {
  const t = useTranslations("search");
  const format = useFormatter();
  if (ratings.reasons.length === 0) return null;

  return (
    <section aria-label={t("reasons")}>
      <h2 className="font-semibold">{t("reasons")}</h2>
      <p className="text-n11 text-xs">{t("reasonsDefinition", { count: ratings.unhelpful })}</p>
      <Table label={t("reasons")}>
        <thead>
          <tr>
            <TableHead>{t("reason")}</TableHead>
            <TableHead numeric>{t("ratings")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {ratings.reasons.map(({ reason, count }) => (
            <TableRow key={reason}>
              <TableCell>{t(`reason_${reason}`)}</TableCell>
              <TableCell numeric>{format.number(count)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
