"use client";

import { useTranslations } from "next-intl";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { SourcesPanel } from "../answer/sources-panel";
import { AskBox } from "../ask-box";
import { ScopeSelect } from "../scope-select";
import { useLeaving } from "../threads/leaving-threads";
import { useThreadVerbs } from "../threads/use-thread-verbs";
import type { Live } from "../use-asking";
import { LiveTurn } from "./live-turn";
import type { Thread } from "./thread";
import { ThreadHeader } from "./thread-header";
import { TurnView } from "./turn-view";
import { useThread } from "./use-thread";

const LIVE = "live";

/** A conversation that is open. */
export function OpenThread({ thread }: { thread: Thread }) {
  const t = useTranslations("ask");
  const verbs = useThreadVerbs(thread.id);
  const isLeaving = useLeaving().has(thread.id);
  const { live, steps, isWriting, ...act } = useThread(thread);
  const [source, setSource] = useQueryState("source", parseAsInteger);
  const [hovered, setHovered] = useState<{ turn: string; n: number | null } | null>(null);
  const end = useEnd(isWriting);
  const shown = shownAnswer(steps, live, hovered?.turn);
  const chosen = hovered?.n ?? source;
  const hover = (turn: string) => (n: number | null) => setHovered({ turn, n });

  useScreenKeys(
    t("title"),
    [
      { keys: ["1", "…", "9"], does: t("keySource") },
      { keys: ["Esc"], does: t("stop") },
    ],
    {
      Escape: act.stop,
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, n) => [String(n + 1), () => void setSource(n + 1)]),
      ),
    },
  );
  if (isLeaving) return <PageHeader title={t("title")} />;

  return (
    <>
      <ThreadHeader thread={thread} verbs={verbs} />
      <div className="flex">
        <div className="mx-auto flex min-h-[calc(100dvh-3rem)] w-full min-w-0 max-w-3xl flex-1 flex-col px-4 pt-4">
          <ol aria-label={t("turns")} className="flex flex-1 flex-col gap-8 pb-6">
            {steps.map(({ turn, versions }) => (
              <TurnView
                key={turn.id}
                threadId={thread.id}
                turn={turn}
                versions={versions}
                mayAsk={thread.isMine && !isWriting}
                chosen={turn.id === shown?.turn ? chosen : null}
                onHover={hover(turn.id)}
                onChoose={(version) => act.choose(version, versions)}
                onEdit={(question) => act.edit(turn, question)}
              />
            ))}
            {live && (
              <LiveTurn
                live={live}
                chosen={shown?.turn === LIVE ? chosen : null}
                onHover={hover(LIVE)}
                onAskAgain={act.askLiveAgain}
              />
            )}
            {!live && steps.length === 0 && <li className="text-n11">{t("noTurns")}</li>}
          </ol>
          <div ref={end} />
          <div className="sticky bottom-14 -mx-4 bg-n1 px-4 pb-3 md:bottom-0">
            {thread.isMine ? (
              <>
                <ScopeSelect scope={thread.scope} onChange={verbs.ask} />
                <AskBox
                  draftKey={thread.id}
                  label={t(steps.length > 0 || live ? "followUp" : "box")}
                  isWriting={isWriting}
                  onAsk={act.followUp}
                  onStop={act.stop}
                />
              </>
            ) : (
              <p className="border-t py-3 text-n11">{t("readOnly", { name: thread.owner.name })}</p>
            )}
          </div>
        </div>
        {shown && (
          <SourcesPanel
            question={shown.question}
            citations={shown.citations}
            chosen={chosen}
            onHover={hover(shown.turn)}
          />
        )}
      </div>
    </>
  );
}

/** Returns the answer whose sources are shown: the one that is looked at, else the newest that has any. */
function shownAnswer(
  steps: ReturnType<typeof useThread>["steps"],
  live: Live | null,
  hovered: string | undefined,
) {
  const all = [
    ...steps.map(({ turn }) => ({
      turn: turn.id,
      question: turn.question,
      citations: turn.outcome?.citations ?? turn.hidden?.citations ?? [],
    })),
    ...(live
      ? [{ turn: LIVE, question: live.asked.question, citations: live.outcome?.citations ?? [] }]
      : []),
  ].filter(({ citations }) => citations.length > 0);
  return all.find(({ turn }) => turn === hovered) ?? all.at(-1);
}

/** Brings the end of the thread into view when an answer begins. */
function useEnd(isWriting: boolean) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWriting) end.current?.scrollIntoView({ block: "end" });
  }, [isWriting]);
  return end;
}
