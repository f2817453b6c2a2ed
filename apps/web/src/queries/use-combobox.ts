"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type RefObject, type SyntheticEvent, useEffect, useState } from "react";

import { type Suggestion, suggest } from "./suggest";
import { tokenAt } from "./token-at";
import { useKnown } from "./use-known";
import { useSettled } from "./use-settled";

/** The state of a box with suggestions: its text, the lines under it and the one that the keys are at. */
export function useCombobox({
  query,
  input,
  onSearch,
}: {
  query: string;
  input: RefObject<HTMLInputElement | null>;
  onSearch: (query: string) => void;
}) {
  const router = useRouter();
  const [text, setText] = useState(query);
  const [caret, setCaret] = useState(query.length);
  const [isWanted, setIsWanted] = useState(false);
  const [at, setAt] = useState(-1);
  // Back, forward and the facets change the query from outside.
  useEffect(() => setText(query), [query]);

  const token = tokenAt(text, caret);
  const known = useKnown(useSettled(token?.text ?? ""), isWanted);
  const items = isWanted ? suggest(token, known) : [];
  const isOpen = items.length > 0;
  const active = items[at] ?? null;

  function write(next: string, to: number) {
    setText(next);
    setCaret(to);
    setAt(-1);
    requestAnimationFrame(() => input.current?.setSelectionRange(to, to));
  }

  return {
    text,
    items,
    at,
    active,
    isOpen,
    close: () => {
      setIsWanted(false);
      setAt(-1);
    },
    move: (step: 1 | -1) => {
      setIsWanted(true);
      if (items.length > 0)
        setAt((at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % items.length);
    },
    change: (event: ChangeEvent<HTMLInputElement>) => {
      setText(event.currentTarget.value);
      setCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
      setIsWanted(true);
      setAt(-1);
    },
    follow: (event: SyntheticEvent<HTMLInputElement>) =>
      setCaret(event.currentTarget.selectionStart ?? 0),
    /** Puts a suggestion in the place of the token. A key alone waits for its value; a value searches. */
    take: (suggestion: Suggestion) => {
      if ("href" in suggestion) return router.push(suggestion.href);
      const before = text.slice(0, token?.start ?? text.length);
      const isKey = suggestion.kind === "key";
      const next = `${before}${suggestion.insert}${isKey ? "" : " "}`;
      write(`${next}${text.slice(token?.end ?? text.length).trimStart()}`, next.length);
      if (isKey) return setIsWanted(true);
      setIsWanted(false);
      onSearch(`${next}${text.slice(token?.end ?? text.length)}`.trim());
    },
    submit: () => {
      setIsWanted(false);
      onSearch(text.trim());
    },
  };
}
