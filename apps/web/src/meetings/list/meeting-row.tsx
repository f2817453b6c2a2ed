"use client";

import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

import type { ListedMeeting } from "../meeting";
import { OutcomeBadge } from "../outcome-badge";
import { meetingHref } from "../place";
import { SpeakerDot } from "../speaker-dot";
import { talkShares } from "../talk-shares";
import { useMeetingWords } from "../use-meeting-words";

const shownSpeakers = 5;

/** One meeting: its title, its day, who spoke how much, and what came of it. */
export function MeetingRow({ meeting }: { meeting: ListedMeeting }) {
  const t = useTranslations("meetings");
  const { whenOf, lengthOf } = useMeetingWords();
  const { id, title, seconds, outcome, actionCount, decisionCount, parts } = meeting;

  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-1 border-n5 border-b px-4 py-2.5 transition-colors hover:bg-n3 has-[a:focus-visible]:bg-n3">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={meetingHref(id)}
            data-row
            className="min-w-0 max-w-full truncate font-medium before:absolute before:inset-0"
          >
            <bdi>{title}</bdi>
          </Link>
          {outcome && <OutcomeBadge outcome={outcome} />}
        </div>
        <p className="text-n11 text-sm tabular-nums">
          {[
            whenOf(meeting),
            seconds !== null && lengthOf(seconds),
            parts.length > 0 && t("partCount", { count: parts.length + 1 }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <Voices meeting={meeting} />
      </div>
      <p className="flex shrink-0 gap-x-3 text-n11 text-sm tabular-nums sm:flex-col sm:items-end">
        <span>{t("actionCount", { count: actionCount })}</span>
        <span>{t("decisionCount", { count: decisionCount })}</span>
      </p>
    </li>
  );
}

function Voices({ meeting: { speakers } }: { meeting: ListedMeeting }) {
  const t = useTranslations("meetings");
  const format = useFormatter();
  const voices = talkShares(speakers);
  if (voices.length === 0) return <p className="text-n11 text-sm">{t("nobodyNamed")}</p>;

  return (
    <ul aria-label={t("spoke")} className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
      {voices.slice(0, shownSpeakers).map(({ speaker, share }) => (
        <li key={speaker.number} className="flex min-w-0 items-center gap-1.5">
          <SpeakerDot number={speaker.number} />
          <bdi className="max-w-40 truncate">{speaker.name}</bdi>
          {share !== null && (
            <span className="text-n11 text-xs tabular-nums">
              {format.number(share, { style: "percent", maximumFractionDigits: 0 })}
            </span>
          )}
        </li>
      ))}
      {voices.length > shownSpeakers && (
        <li className="text-n11">{t("moreVoices", { count: voices.length - shownSpeakers })}</li>
      )}
    </ul>
  );
}
