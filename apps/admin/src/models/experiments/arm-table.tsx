"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import type { Seen } from "../models-data";

type Arms = Extract<Seen, { kind: "arms" }>["arms"];

/** The counts of both arms. The override rate is never shown without the share of documents that were answered. */
export function ArmTable({ arms }: { arms: Arms }) {
  const t = useTranslations("models");
  const format = useFormatter();
  const share = (part: number, whole: number) =>
    whole === 0 ? "–" : t("share", { share: part / whole });
  if (arms.length === 0) return <p className="text-n11">{t("noUnits")}</p>;

  return (
    <div>
      <Table label={t("arms")}>
        <thead>
          <tr>
            <TableHead>{t("arm")}</TableHead>
            <TableHead numeric>{t("documents")}</TableHead>
            <TableHead numeric>{t("clusters")}</TableHead>
            <TableHead numeric>{t("answered")}</TableHead>
            <TableHead numeric>{t("overridden")}</TableHead>
            <TableHead numeric>{t("secondsToConfirm")}</TableHead>
            <TableHead numeric>{t("p95")}</TableHead>
            <TableHead numeric>{t("failed")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {arms.map((each) => (
            <TableRow key={each.arm}>
              <TableCell>{t(`arm_${each.arm}`)}</TableCell>
              <TableCell numeric>{format.number(each.documents)}</TableCell>
              <TableCell numeric>{format.number(each.clusters)}</TableCell>
              <TableCell numeric>{share(each.answered, each.documents)}</TableCell>
              <TableCell numeric>{share(each.overridden, each.answered)}</TableCell>
              <TableCell numeric>
                {each.secondsToConfirm === null
                  ? "–"
                  : format.number(Math.round(each.secondsToConfirm), {
                      style: "unit",
                      unit: "second",
                    })}
              </TableCell>
              <TableCell numeric>
                {each.p95Ms === null
                  ? "–"
                  : format.number(Math.round(each.p95Ms), { style: "unit", unit: "millisecond" })}
              </TableCell>
              <TableCell numeric>{format.number(each.failed)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 text-n11 text-xs">{t("overriddenDefinition")}</p>
    </div>
  );
}
