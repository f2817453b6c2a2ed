"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Fragment } from "react";

import { useSourceName } from "../source-name";
import { useWorkspaceNames } from "../use-workspace-names";
import { driftParsers, keyOf, type Window } from "./drift-place";
import { WindowDetail } from "./window-detail";

const tones = { drifted: "bad", steady: "good", few: "neutral" } as const;

/** The weeks of sources, the newest first. One that is opened shows its measures and its example documents. */
export function WindowTable({ windows }: { windows: readonly Window[] }) {
  const t = useTranslations("drift");
  const format = useFormatter();
  const sourceName = useSourceName();
  const { nameOf } = useWorkspaceNames();
  const [{ open }, setPlace] = useQueryStates(driftParsers, { history: "push" });
  const share = (value: number | null) =>
    value === null ? "–" : format.number(value, { style: "percent", maximumFractionDigits: 1 });

  return (
    <section aria-label={t("windows")}>
      <h2 className="font-semibold">{t("windows")}</h2>
      <p className="text-n11 text-xs">{t("windowsDefinition")}</p>
      <Table label={t("windows")}>
        <thead>
          <tr>
            <TableHead>{t("week")}</TableHead>
            <TableHead>{t("source")}</TableHead>
            <TableHead>{t("state")}</TableHead>
            <TableHead numeric>{t("documents")}</TableHead>
            <TableHead numeric>{t("estimated")}</TableHead>
            <TableHead numeric>{t("labelled")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {windows.map((each) => {
            const key = keyOf(each);
            const isOpen = key === open;
            return (
              <Fragment key={key}>
                <TableRow>
                  <TableCell className="whitespace-nowrap">
                    <button
                      type="button"
                      aria-expanded={isOpen}
                      className="underline underline-offset-2"
                      onClick={() => void setPlace({ open: isOpen ? null : key })}
                    >
                      {each.week}
                    </button>
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    {sourceName(each.source)}{" "}
                    <bdi className="block max-w-48 truncate text-n11 text-xs">
                      {nameOf(each.workspaceId)}
                    </bdi>
                  </TableCell>
                  <TableCell>
                    <span className="flex flex-wrap gap-1">
                      <Badge tone={tones[each.state]}>{t(`state_${each.state}`)}</Badge>
                      {each.measures
                        .filter(({ isDrifted }) => isDrifted)
                        .map(({ name }) => (
                          <Badge key={name} tone="attention">
                            {t(`measure_${name}`)}
                          </Badge>
                        ))}
                    </span>
                  </TableCell>
                  <TableCell numeric>{format.number(each.documents)}</TableCell>
                  <TableCell numeric>{share(each.estimatedAccuracy)}</TableCell>
                  <TableCell numeric className="whitespace-nowrap">
                    {share(each.labelledAccuracy)}
                    {each.labelled > 0 && (
                      <span className="text-n11 text-xs"> {t("of", { count: each.labelled })}</span>
                    )}
                  </TableCell>
                </TableRow>
                {isOpen && (
                  <tr>
                    <td colSpan={6} className="border-n5 border-b bg-n2 p-4">
                      <WindowDetail window={each} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
