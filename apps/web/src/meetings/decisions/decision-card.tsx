"use client";

import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

import type { Decision } from "../meeting";
import { meetingHref, placeOfEvidence } from "../place";
import { Contradiction } from "./contradiction";
import { DecisionState } from "./decision-state";

type ListedDecision = Decision & { mayChange: boolean };

/** One decision in the lane of a project: its day, its words, whether it holds, and what replaced or contradicts it. */
export function DecisionCard({
  decision,
  others,
}: {
  decision: ListedDecision;
  /** The decisions beside it, which name the one that replaced it. */
  others: readonly Decision[];
}) {
  const t = useTranslations("decisions");
  const format = useFormatter();
  const { text, state, by, meeting, evidence, decidedAt, replacedBy, mayChange } = decision;
  const [first] = evidence;
  const later = others.find(({ id }) => id === replacedBy);

  return (
    <li className="relative pb-5 pl-5">
      <span
        aria-hidden
        className="absolute top-1.5 -left-[5px] size-2.5 rounded-full border-2 border-n1 bg-n9"
      />
      <p className="flex flex-wrap items-center gap-2 text-n11 text-sm tabular-nums">
        {decidedAt ? (
          <time dateTime={decidedAt.toISOString()}>
            {format.dateTime(decidedAt, { dateStyle: "medium", timeZone: "UTC" })}
          </time>
        ) : (
          t("noDay")
        )}
        <DecisionState state={state} />
      </p>
      <Link
        href={meetingHref(meeting.id, first ? placeOfEvidence(first) : {})}
        className="mt-0.5 block max-w-[75ch] break-words rounded-sm font-medium hover:underline"
      >
        <span dir="auto" className={state === "replaced" ? "text-n11 line-through" : undefined}>
          {text}
        </span>
      </Link>
      <p className="text-n11 text-sm">
        <bdi>{meeting.title}</bdi>
        {by && ` · ${t("by", { name: by })}`}
      </p>
      {later && (
        <p className="mt-1 text-sm">
          {t("nowHolds")}{" "}
          <Link
            href={meetingHref(
              later.meeting.id,
              later.evidence[0] ? placeOfEvidence(later.evidence[0]) : {},
            )}
            className="text-accent-strong underline"
          >
            <bdi>{later.text}</bdi>
          </Link>
        </p>
      )}
      {state === "reopened" && <Contradiction decision={decision} mayChange={mayChange} />}
    </li>
  );
}
