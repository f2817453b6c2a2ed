"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { issueKinds } from "@besunny/api/browser/vocabulary";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { issueParsers } from "./place";
import { useSourceName } from "./use-source-name";

type Count = Outputs["quality"]["counts"]["items"][number];

/** The number of issues of each kind and source. A figure narrows the list below to itself. */
export function IssueKinds({ counts }: { counts: readonly Count[] }) {
  const t = useTranslations("dataQuality");
  const format = useFormatter();
  const sourceName = useSourceName();
  const [place, setPlace] = useQueryStates(issueParsers, { history: "push" });
  const sources = [...new Set(counts.map(({ source }) => source))].sort();
  const kinds = issueKinds.filter((kind) => counts.some((each) => each.kind === kind));

  function cell(kind: (typeof kinds)[number], source: string | null) {
    const count = counts
      .filter((each) => each.kind === kind && (source === null || each.source === source))
      .reduce((sum, each) => sum + each.count, 0);
    if (count === 0) return "–";
    const isChosen = place.kind === kind && place.source === source;
    const from = source === null ? t("all") : sourceName(source);
    return (
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={t("openRows", { kind: t(`kind_${kind}`), source: from, count })}
        className="min-w-6 underline underline-offset-2 aria-pressed:font-semibold"
        onClick={() => void setPlace(isChosen ? { kind: null, source: null } : { kind, source })}
      >
        {format.number(count)}
      </button>
    );
  }

  return (
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
            <TableCell>
              {t(`kind_${kind}`)}
              <span className="block text-n11 text-xs max-md:hidden">{t(`about_${kind}`)}</span>
            </TableCell>
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
  );
}
