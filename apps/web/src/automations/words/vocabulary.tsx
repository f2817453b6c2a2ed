"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { createContext, type ReactNode, use } from "react";

export type Vocabulary = Outputs["automations"]["vocabulary"];
export type VocabularyField = Vocabulary["fields"][number];

const VocabularyContext = createContext<Vocabulary | null>(null);

/** Provides what automations of this workspace can name to the editor below. */
export function VocabularyProvider({
  value,
  children,
}: {
  value: Vocabulary;
  children: ReactNode;
}) {
  return <VocabularyContext value={value}>{children}</VocabularyContext>;
}

/** Returns what automations of this workspace can name. */
export function useVocabulary(): Vocabulary {
  const vocabulary = use(VocabularyContext);
  if (!vocabulary) throw new Error("useVocabulary belongs inside VocabularyProvider");
  return vocabulary;
}
