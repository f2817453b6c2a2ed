"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTranslations } from "next-intl";

import { placeHref } from "~/viewer/place";
import type { Decision } from "../meeting";
import { meetingHref, placeOfEvidence } from "../place";
import { useDecisionVerbs } from "./use-decision-verbs";

/** The words of a decision beside the words that contradict it, and the two ways to settle it. */
export function Contradiction({ decision, mayChange }: { decision: Decision; mayChange: boolean }) {
  const t = useTranslations("decisions");
  const tell = useTold();
  const { settle, isSettling } = useDecisionVerbs();
  const { reopenedBy, evidence, meeting, id, text } = decision;
  const [first] = evidence;
  if (!reopenedBy) return null;

  return (
    <div className="mt-2 rounded-md border border-n6 p-3">
      <p className="text-n11 text-sm">{tell(reopenedBy.reason)}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Side title={meeting.title} quote={first?.quote ?? text}>
          <Link
            href={meetingHref(meeting.id, first ? placeOfEvidence(first) : {})}
            className="text-accent-strong text-sm hover:underline"
          >
            {t("openWords")}
          </Link>
        </Side>
        <Side title={reopenedBy.title} quote={reopenedBy.quote}>
          <Link
            href={placeHref(reopenedBy.documentId, { span: reopenedBy.span })}
            className="text-accent-strong text-sm hover:underline"
          >
            {t("openWords")}
          </Link>
        </Side>
      </div>
      {mayChange && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            size="sm"
            loading={isSettling}
            aria-label={t("standsNamed", { text })}
            onClick={() => settle(id, "stands")}
          >
            {t("itStands")}
          </Button>
          <Button
            size="sm"
            loading={isSettling}
            aria-label={t("replacedNamed", { text })}
            onClick={() => settle(id, "replaced")}
          >
            {t("isReplaced")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Side({
  title,
  quote,
  children,
}: {
  title: string;
  quote: string;
  children: React.ReactNode;
}) {
  return (
    <figure className="min-w-0">
      <figcaption className="truncate font-medium text-sm">
        <bdi>{title}</bdi>
      </figcaption>
      <blockquote className="mt-0.5 break-words border-n7 border-l-2 pl-2" dir="auto">
        {quote}
      </blockquote>
      {children}
    </figure>
  );
}
