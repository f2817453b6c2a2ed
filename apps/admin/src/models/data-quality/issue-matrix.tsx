"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { issueKinds } from "@besunny/api/browser/vocabulary";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { useSourceName } from "../source-name";
import { issueParsers } from "./place";

type Count = Outputs["admin"]["quality"]["issueCounts"]["items"][number];

/** The number of issues of each kind, by source. A figure narrows the list below to itself. */
export function IssueMatrix({ counts }: { counts: readonly Count[] }) {
  const t = useTranslations("dataQuality");
  const format = useFormatter();
  const sourceName = useSourceName();
  const [place, setPlace] = useQueryStates(issueParsers, { history: "push" });
  const sources = [...new Set(counts.map(({ source }) => source))].sort();
  const kinds = issueKinds.filter((kind) => counts.some((each) => each.kind === kind));
  const countOf = (kind: string, source: string | null) =>
    counts
      .filter((each) => each.kind === kind && (source === null || each.source === source))
      .reduce((sum, { count }) => sum + count, 0);
  const cell = (kind: (typeof kinds)[number], source: string | null) => {
    const count = countOf(kind, source);
    if (count === 0) return "–";
    const isChosen = place.kind === kind && place.source === source;
    return (
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={t("openRows", {
          kind: t(`kind_${kind}`),
          source: source === null ? t("all") : sourceName(source),
          count,
        })}
        className="underline underline-offset-2 aria-pressed:font-semibold"
        onClick={() => void setPlace(isChosen ? { kind: null, source: null } : { kind, source })}
      >
        {format.number(count)}
      </button>
    );
  };

  return (
    <section aria-label={t("byKind")}>
      <h2 className="font-semibold">{t("byKind")}</h2>
      <p className="text-n11 text-xs">{t("byKindDefinition")}</p>
      <Table label={t("byKind")}>
        <thead>
          <tr>
            <TableHead>{t("kind")}</TableHead>
            <TableHead numeric>{t("all")}</TableHead>
            {sources.map((source) => (
              <TableHead key={source} numeric>
                {sourceName(source)}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <TableRow key={kind}>
              <TableCell>{t(`kind_${kind}`)}</TableCell>
              <TableCell numeric>{cell(kind, null)}</TableCell>
              {sources.map((source) => (
                <TableCell key={source} numeric>
                  {cell(kind, source)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
