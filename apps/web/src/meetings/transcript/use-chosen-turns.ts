"use client";

import { useState } from "react";

const none: ReadonlySet<number> = new Set();

/** Keeps which turns are chosen to give them to somebody; null while nobody chooses. */
export function useChosenTurns() {
  const [turns, setTurns] = useState<ReadonlySet<number> | null>(null);
  const [last, setLast] = useState<number | null>(null);

  function choose(number: number, isRange: boolean) {
    const next = new Set(turns);
    const isAdded = !next.has(number);
    const from = isRange && last !== null ? last : number;
    for (let each = Math.min(from, number); each <= Math.max(from, number); each += 1)
      if (isAdded) next.add(each);
      else next.delete(each);
    setLast(number);
    setTurns(next);
  }

  return {
    isChoosing: turns !== null,
    turns: [...(turns ?? none)].sort((a, b) => a - b),
    begin: () => setTurns(new Set()),
    end: () => setTurns(null),
    choiceOf: (number: number) =>
      turns && {
        isChosen: turns.has(number),
        onChoose: (isRange: boolean) => choose(number, isRange),
      },
  };
}

export type ChosenTurns = ReturnType<typeof useChosenTurns>;
