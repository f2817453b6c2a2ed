"use client";

import { useEffect, useState } from "react";

import { takeQuestion } from "../pending-question";
import { type Asked, useAsking } from "../use-asking";
import type { Thread, Turn } from "./thread";
import { pathOf } from "./turn-path";

const noTurns: ReadonlySet<string> = new Set();

/** Returns the shown turns of a thread, the answer that is being written, and what a person can do there. */
export function useThread({ id, turns }: Pick<Thread, "id" | "turns">) {
  const { live: latest, ask: send, stop } = useAsking(id);
  const [chosen, setChosen] = useState(noTurns);
  const isStored =
    latest?.state === "done" &&
    turns.some((turn) => turn.id === latest.turnId && turn.state === "done");
  const live = isStored ? null : latest;
  const steps = pathOf(
    turns.filter((turn) => turn.id !== live?.turnId),
    chosen,
  );
  const end = live ? endOf(steps, live.asked) : steps.length;

  function ask(asked: Asked) {
    // A new version of a question is the one to show.
    setChosen(noTurns);
    send(asked);
  }

  useEffect(() => {
    // Later, because React mounts a component twice in development and stops what the first one asked.
    const timer = setTimeout(() => {
      const question = takeQuestion(id);
      if (question) send({ question });
    });
    return () => clearTimeout(timer);
  }, [id, send]);

  return {
    live,
    steps: steps.slice(0, end),
    stop,
    isWriting: live?.state === "writing",
    followUp(question: string) {
      const after = live?.turnId ?? steps.slice(0, end).at(-1)?.turn.id;
      ask({ question, ...(after && { after }) });
    },
    edit: (turn: Turn, question: string) => ask({ question, insteadOf: turn.id }),
    askLiveAgain() {
      if (!live) return;
      const { question } = live.asked;
      ask(live.turnId ? { question, insteadOf: live.turnId } : live.asked);
    },
    choose: (version: Turn, versions: readonly Turn[]) =>
      setChosen((before) => {
        const next = new Set(before);
        for (const other of versions) next.delete(other.id);
        return next.add(version.id);
      }),
  };
}

/** Returns how many of the steps are before the question that is being answered. */
function endOf(steps: readonly { turn: Turn; versions: Turn[] }[], asked: Asked): number {
  const { insteadOf, after } = asked;
  if (insteadOf) {
    const place = steps.findIndex(({ versions }) => versions.some(({ id }) => id === insteadOf));
    return place < 0 ? steps.length : place;
  }
  return after ? steps.findIndex(({ turn }) => turn.id === after) + 1 : steps.length;
}
