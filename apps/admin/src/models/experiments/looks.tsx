"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

type LookRows = Outputs["admin"]["models"]["experiment"]["looks"];

/** The counts of each look. Looks that counted nothing new are left out. */
export function Looks({ looks }: { looks: LookRows }) {
  const t = useTranslations("models");
  if (looks.length === 0) return <p className="text-n11">{t("noLooks")}</p>;
  return (
    <section aria-label={t("looks")}>
      <h2 className="font-semibold">{t("looks")}</h2>
      <p className="text-n11 text-xs">{t("looksDefinition")}</p>
      <Table label={t("looks")}>
        <thead>
          <tr>
            <TableHead numeric>{t("number")}</TableHead>
            <TableHead>{t("made")}</TableHead>
            <TableHead>{t("counted")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {looks.toReversed().map(({ number, createdAt, counts }) => (
            <TableRow key={number}>
              <TableCell numeric>{number}</TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={createdAt} />
              </TableCell>
              <TableCell>
                {counts.kind === "shadow"
                  ? t("shadowLook", {
                      documents: counts.documents,
                      disagreed: counts.disagreed,
                      judged: counts.judged,
                      challengerAlone: counts.challengerAlone,
                      championAlone: counts.championAlone,
                      failed: counts.failed,
                    })
                  : counts.arms
                      .map((arm) =>
                        t("armLook", {
                          arm: t(`arm_${arm.arm}`),
                          overridden: arm.overridden,
                          answered: arm.answered,
                          documents: arm.documents,
                        }),
                      )
                      .join(" · ")}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
