import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { expect } from "vitest";

/** Blocks with text, joined by empty lines, are the text, and every word points at text without spaces inside its page. */
export function expectTrueSpans(outcome: unknown, name: string) {
  if (!isModel(outcome)) throw new Error(`${name} ended with ${String(outcome)}`);
  const { text, blocks, pages } = outcome;
  const words = blocks.filter(({ span }) => span[1] > span[0]);
  expect(words.map(({ span }) => text.slice(...span)).join("\n\n") === text, name).toBe(true);
  for (const { words, span } of pages)
    for (const [start, end] of words) {
      const isTrue = start >= span[0] && end <= span[1] && /^\S+$/.test(text.slice(start, end));
      if (!isTrue) throw new Error(`${name}: no word stands at ${start}-${end}`);
    }
}

function isModel(outcome: unknown): outcome is ParsedDocument {
  return typeof outcome === "object" && outcome !== null && "blocks" in outcome;
}
