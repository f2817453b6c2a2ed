"use client";

import { useMessages, useTranslations } from "next-intl";

import type { Problem } from "../definition/problems-at";
import { useWords } from "./use-words";

/** Returns a sentence for a problem: what is wrong, and what to do. */
export function useProblemWords() {
  const t = useTranslations("automations");
  const { automationProblems } = useMessages();
  const { pathWords } = useWords();
  const words: Readonly<Record<string, string>> = automationProblems;

  return ({ code, message, near }: Problem): string => {
    const said = words[code.replaceAll("-", "_")] ?? message;
    return near === undefined ? said : `${said} ${t("near", { name: nearWords(near, pathWords) })}`;
  };
}

function nearWords(near: string, pathWords: (path: string) => string): string {
  const words = pathWords(near);
  return words === near ? near : `${words} (${near})`;
}
