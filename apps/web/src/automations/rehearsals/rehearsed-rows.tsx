"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Badge } from "@besunny/ui/display/badge";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ExplainedLine } from "../runs/explained-line";
import type { RehearsalDetail, RehearsedRow } from "./rehearsal";

const kinds = ["changes", "asks", "sends", "refused", "conflicts", "yes", "unknown", "no"] as const;
type Kind = (typeof kinds)[number];
const truths = {
  yes: { truth: "yes" },
  no: { truth: "no" },
  unknown: { truth: "unknown" },
} as const;

/** The documents of a rehearsal, each with the steps that it would come to. */
export function RehearsedRows({ id, rehearsal }: { id: string; rehearsal: RehearsalDetail }) {
  const t = useTranslations("rehearsals");
  const trpc = useTRPC();
  const { counts } = rehearsal;
  const shown = kinds.filter((kind) => isThere(kind, rehearsal));
  const [chosen, choose] = useState<Kind>(counts.changing > 0 ? "changes" : "yes");
  const kind = shown.includes(chosen) ? chosen : (shown[0] ?? "yes");
  const asked =
    kind === "yes" || kind === "no" || kind === "unknown" ? truths[kind] : { mark: kind };
  const rows = useInfiniteQuery(
    trpc.automations.rehearsalRows.infiniteQueryOptions(
      { id, limit: 25, ...asked },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  if (shown.length === 0) return null;

  return (
    <section aria-label={t("documents")} className="flex min-w-0 flex-col gap-3">
      <SegmentedControl
        label={t("whichDocuments")}
        value={kind}
        onChange={(next) => choose(kinds.find((each) => each === next) ?? "yes")}
        options={shown.map((value) => ({ value, label: t(`kind_${value}`) }))}
        className="max-w-full self-start overflow-x-auto [&_button]:shrink-0 [&_button]:whitespace-nowrap"
      />
      <Loaded query={rows} label={t("loading")}>
        {({ pages }) => (
          <>
            <ul aria-label={t("documents")} className="flex flex-col">
              {pages
                .flatMap(({ items }) => items)
                .map((row) => (
                  <Row key={row.document.id} row={row} />
                ))}
            </ul>
            {rows.hasNextPage && (
              <LoadMore
                label={t("more")}
                loading={rows.isFetchingNextPage}
                onLoad={() => void rows.fetchNextPage()}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function isThere(kind: Kind, { counts, people }: RehearsalDetail): boolean {
  switch (kind) {
    case "changes":
      return Object.values(counts.steps).some(
        ({ sure, afterYes, afterNo }) => sure.changed + afterYes.changed + afterNo.changed > 0,
      );
    case "asks":
      return people.length > 0;
    case "sends":
      return counts.sending > 0;
    case "refused":
      return counts.failing > 0;
    case "conflicts":
      return counts.conflicting > 0;
    default:
      return counts[kind] > 0;
  }
}

/** The outcomes that a rehearsal words as what would be. */
const foreseenOutcomes = ["changed", "asked", "waited", "failed"] as const;

function Row({ row }: { row: RehearsedRow }) {
  const t = useTranslations("rehearsals");
  const { document, truth, trace, lines, conflicts } = row;
  const foreseen = (outcome: string) => {
    const known = foreseenOutcomes.find((each) => each === outcome);
    return known && t(`foreseen_${known}`);
  };
  const told = lines.filter(({ kind }) => kind !== "if" && kind !== "branch" && kind !== "stop");

  return (
    <li className="border-n5 border-b py-2.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/documents/${document.id}`} className="min-w-0 truncate hover:underline">
          <bdi>{document.title}</bdi>
        </Link>
        {conflicts.length > 0 && <Badge tone="attention">{t("kind_conflicts")}</Badge>}
      </div>
      <ol className="mt-1 flex flex-col gap-1">
        {truth !== "yes" && (
          <ExplainedLine
            line={{ node: "when", kind: "trigger", at: null, outcome: truth, because: null, trace }}
          />
        )}
        {told.map(({ after, asked: _, ...line }) => (
          <ExplainedLine
            key={`${line.node} ${JSON.stringify(after)}`}
            line={{ ...line, at: null }}
            before={after.map(({ answer }) => t(`after_${answer}`)).join(", ")}
            says={foreseen(line.outcome)}
          />
        ))}
      </ol>
      {conflicts.map(({ automationId, field, theirs }) => (
        <p key={`${automationId} ${field}`} className="mt-1 text-sm">
          {t("theirs", { value: Array.isArray(theirs) ? theirs.join(", ") : (theirs ?? "–") })}
        </p>
      ))}
    </li>
  );
}
