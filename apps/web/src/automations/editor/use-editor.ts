"use client";

import type { Definition } from "@besunny/rules/definition";
import { useRef, useState } from "react";

export type Written = { name: string; definition: Definition };
const MOST_UNDONE = 100;

/** Holds what a person writes, what is kept of it, and the steps back. Letters typed within a moment are undone together. */
export function useEditor(first: Written) {
  const [now, setNow] = useState(first);
  const [kept, setKept] = useState(first);
  const [past, setPast] = useState<Definition[]>([]);
  const lastChange = useRef({ at: 0, shape: "" });

  function change(definition: Definition) {
    const shape = shapeOf(definition);
    const isSameMoment =
      shape === lastChange.current.shape && Date.now() - lastChange.current.at < 1_000;
    lastChange.current = { at: Date.now(), shape };
    if (!isSameMoment) setPast((before) => [...before.slice(-MOST_UNDONE), now.definition]);
    setNow((before) => ({ ...before, definition }));
  }

  return {
    ...now,
    isChanged: JSON.stringify(now) !== JSON.stringify(kept),
    canUndo: past.length > 0,
    setName: (name: string) => setNow((before) => ({ ...before, name })),
    change,
    undo() {
      const definition = past.at(-1);
      if (!definition) return;
      lastChange.current = { at: 0, shape: "" };
      setPast(past.slice(0, -1));
      setNow({ ...now, definition });
    },
    /** Says that this was saved. What was written since is still to be saved. */
    keep: setKept,
    /** Takes what somebody else has saved, in place of what is here. */
    take(written: Written) {
      setPast([]);
      setKept(written);
      setNow(written);
    },
  };
}

/** Another step, trigger or row is another moment. */
function shapeOf({ nodes, trigger, start }: Definition): string {
  return JSON.stringify([trigger.kind, start, nodes.map(({ id, kind }) => [id, kind])]);
}
