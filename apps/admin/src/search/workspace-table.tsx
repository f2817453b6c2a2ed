"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { type Quality, searchRangeParsers } from "./range";

/** The same figures by workspace; a workspace narrows the page to itself. */
export function WorkspaceTable({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const [{ workspace }, setRange] = useQueryStates(searchRangeParsers, { history: "push" });
  const rounded = (value: number | null, digits = 0) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: digits });

  return (
    <section aria-label={t("byWorkspace")}>
      <header className="flex items-start gap-2">
        <div className="flex-1">
          <h2 className="font-semibold">{t("byWorkspace")}</h2>
          <p className="text-n11 text-xs">{t("byWorkspaceDefinition")}</p>
        </div>
        {workspace && (
          <Button onClick={() => void setRange({ workspace: null })}>{t("allWorkspaces")}</Button>
        )}
      </header>
      <Table label={t("byWorkspace")}>
        <thead>
          <tr>
            <TableHead>{t("workspace")}</TableHead>
            {(
              [
                "searches",
                "empty",
                "opened",
                "rankShort",
                "questions",
                "declined",
                "p50",
                "p95",
              ] as const
            ).map((name) => (
              <TableHead key={name} numeric>
                {t(name)}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {quality.workspaces.map((each) => (
            <TableRow key={each.workspaceId}>
              <TableCell>
                <button
                  type="button"
                  className="underline underline-offset-2"
                  onClick={() => void setRange({ workspace: each.workspaceId })}
                >
                  <bdi>{each.name}</bdi>
                </button>
              </TableCell>
              <TableCell numeric>{format.number(each.searches)}</TableCell>
              <TableCell numeric>{format.number(each.empty)}</TableCell>
              <TableCell numeric>{format.number(each.opened)}</TableCell>
              <TableCell numeric>{rounded(each.meanReciprocalRank, 2)}</TableCell>
              <TableCell numeric>{format.number(each.questions)}</TableCell>
              <TableCell numeric>{format.number(each.declined)}</TableCell>
              <TableCell numeric>{rounded(each.p50Ms)}</TableCell>
              <TableCell numeric>{rounded(each.p95Ms)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
