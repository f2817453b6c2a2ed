"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { isRecording, type PlayerHandle, RecordingPlayer } from "~/recordings/recording-player";
import { useJumps } from "~/viewer/jumps";
import type { Meeting } from "../meeting";
import { useMeetingPlace } from "../use-meeting-place";
import { ChosenBar } from "./chosen-bar";
import { SearchBar } from "./search-bar";
import { TurnLine } from "./turn-line";
import { useChosenTurns } from "./use-chosen-turns";
import { useTranscriptSearch } from "./use-transcript-search";
import { useFirstTurns, useTurns } from "./use-turns";

/** Turns beside those in view that are drawn. */
const AROUND = 12;
/** The height of a turn until it is drawn. */
const GUESSED_HEIGHT = 60;
/** The part that is drawn before the window is known. */
const firstWindow = { width: 800, height: 900 };

/** The words of the meeting, turn by turn. Only the turns in view are drawn and fetched, so that three hours open as fast as three minutes. */
export function Transcript({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const { id, mayChange, documentId, format } = meeting;
  const player = useRef<PlayerHandle>(null);
  const { place, goToTurn } = useMeetingPlace();
  const jump = useJumps();
  const frame = useRef<HTMLDivElement>(null);
  const first = useFirstTurns(id);
  const total = first.data?.total ?? 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: AROUND,
    initialRect: firstWindow,
    useFlushSync: false,
  });
  const shown = rows.getVirtualItems();
  const turnOf = useTurns(id, first.data?.items ?? [], {
    first: (shown[0]?.index ?? 0) + 1,
    last: (shown.at(-1)?.index ?? 0) + 1,
  });
  const search = useTranscriptSearch(id, goToTurn);
  const chosen = useChosenTurns();

  const isThere = place.turn !== null && turnOf(place.turn) !== undefined;
  useEffect(() => {
    if (place.turn && place.turn <= total) rows.scrollToIndex(place.turn - 1, { align: "center" });
  }, [place.turn, place.span, jump, isThere, total]);

  return (
    <section aria-label={t("transcript")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-b px-3 py-1.5 md:px-4">
        <SearchBar search={search} />
        {mayChange && total > 0 && <ChosenBar meeting={meeting} chosen={chosen} />}
      </div>
      {isRecording(format) && (
        <div className="shrink-0 border-b px-3 py-1.5 md:px-4">
          <RecordingPlayer ref={player} documentId={documentId} format={format} />
        </div>
      )}
      {first.isPending && (
        <div role="status" aria-label={t("loadingTranscript")} className="flex flex-col gap-3 p-4">
          {["one", "two", "three", "four", "five"].map((row) => (
            <Skeleton key={row} className="h-10 w-full" />
          ))}
        </div>
      )}
      {first.error && !first.data && (
        <ProblemState error={first.error} onRetry={() => void first.refetch()} />
      )}
      {!first.isPending && !first.error && total === 0 && (
        <p className="p-4 text-n11">{t("noTurns")}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key. */}
      <div ref={frame} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
        <ol
          aria-label={t("turns")}
          className="relative w-full"
          style={{ height: rows.getTotalSize() }}
        >
          {shown.map(({ index, key, start }) => {
            const number = index + 1;
            const turn = turnOf(number);
            return (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                {turn ? (
                  <TurnLine
                    turn={turn}
                    isContinued={number > 1 && turnOf(index)?.speaker === turn.speaker}
                    isOpen={place.turn === number}
                    span={place.span}
                    words={search.asked}
                    choice={chosen.choiceOf(number)}
                    onOpen={() => {
                      goToTurn(number);
                      if (turn.startMs !== null) player.current?.playFrom(turn.startMs);
                    }}
                  />
                ) : (
                  <div className="px-4 pt-3" style={{ height: GUESSED_HEIGHT }}>
                    <Skeleton className="h-8 w-full" />
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
