"use client";

import { classNames } from "@besunny/ui/class-names";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTranslations } from "next-intl";

import type { Span } from "~/viewer/place";
import { clockOf } from "../clock";
import type { TranscriptTurn } from "../meeting";
import { SpeakerDot } from "../speaker-dot";
import { markedPieces } from "./marked-pieces";

/** One turn: when it was said, by whom, and its words with the open quote marked. */
export function TurnLine({
  turn,
  isContinued,
  isOpen,
  span,
  words,
  choice,
  onOpen,
}: {
  turn: TranscriptTurn;
  /** True where the same person spoke before, so that the name need not stand again. */
  isContinued: boolean;
  isOpen: boolean;
  span: Span | null;
  words: string;
  /** Set while turns are chosen to give them to somebody. */
  choice: { isChosen: boolean; onChoose: (isRange: boolean) => void } | null;
  onOpen: () => void;
}) {
  const t = useTranslations("meetings");
  const { number, speaker, name, startMs, isTimeGuessed, text } = turn;
  const clock = startMs === null ? null : clockOf(startMs);
  const place = clock === null ? `#${number}` : isTimeGuessed ? t("about", { clock }) : clock;

  return (
    <div
      className={classNames(
        "flex gap-2 px-3 md:px-4",
        isContinued ? "pt-0.5" : "pt-2.5",
        isOpen && "bg-accent-soft",
      )}
    >
      {choice && (
        <span className="flex h-6 items-center">
          <Checkbox
            label={t("chooseTurn", { turn: number, name: name ?? t("nobody") })}
            checked={choice.isChosen}
            onClick={(event) => choice.onChoose(event.shiftKey)}
          />
        </span>
      )}
      <button
        type="button"
        aria-label={
          clock === null
            ? t("openTurn", { turn: number })
            : t("openTurnAt", { turn: number, place })
        }
        aria-current={isOpen ? "true" : undefined}
        onClick={onOpen}
        className="mt-0.5 h-5 w-14 shrink-0 rounded-sm text-start text-n11 text-xs tabular-nums hover:text-n12 hover:underline md:w-16"
      >
        {place}
      </button>
      <div className="min-w-0 flex-1 pb-0.5">
        {!isContinued && (
          <p className="flex items-center gap-1.5 font-medium">
            <SpeakerDot number={speaker} />
            <bdi className="min-w-0 truncate">{name ?? t("nobody")}</bdi>
          </p>
        )}
        <p className="max-w-[75ch] break-words" dir="auto">
          {markedPieces(text, { start: turn.span[0], span, words }).map(
            ({ text: piece, isMarked, at }) =>
              isMarked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
          )}
        </p>
      </div>
    </div>
  );
}
