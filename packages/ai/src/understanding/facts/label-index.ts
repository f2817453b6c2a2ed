import type { FieldDefinition } from "../../ai";
import { type LabelWord, labelWords } from "./label-words";

const MOST_WORDS = 9;

/** The labels of several fields, ready to be looked for. */
export type LabelIndex = {
  /** Returns the longest label that begins at a word, with the fields that it may mean. */
  longestAt(words: readonly LabelWord[], index: number): FoundLabel | null;
};
/** `words` is how many words of the text the label has. */
export type FoundLabel = { fields: readonly FieldDefinition[]; words: number };

export function labelIndexOf(fields: readonly FieldDefinition[]): LabelIndex {
  const known = new Map<string, FieldDefinition[]>();
  for (const field of fields)
    for (const label of field.labels) {
      const key = labelWords(label)
        .map(({ word }) => word)
        .join(" ");
      if (key === "" || key === "#" || key.split(" ").length > MOST_WORDS) continue;
      const entry = known.get(key);
      if (!entry) known.set(key, [field]);
      else if (!entry.includes(field)) entry.push(field);
    }
  const starts = new Set([...known.keys()].map((key) => key.split(" ", 1)[0] ?? ""));

  return {
    longestAt(words, index) {
      if (!starts.has(words[index]?.word ?? "")) return null;
      let key = "";
      let found: FoundLabel | null = null;
      for (let count = 1; count <= MOST_WORDS; count++) {
        const next = words[index + count - 1];
        if (!next) break;
        key = count === 1 ? next.word : `${key} ${next.word}`;
        const fields = known.get(key);
        if (fields) found = { fields, words: count };
      }
      return found;
    },
  };
}
