import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";

const WORDS = 8;

/** Returns what two indexes are compared by: words from the middle of passages, each with the document that they are from. */
export const sampleQueries = query("search.sample-queries", {
  title: "Take queries to compare two indexes by",
  permission: "index.write",
  input: z.object({ limit: z.number().int().min(1).max(200) }),
  output: z.array(z.object({ words: z.string(), documentId })),
  doors: [],

  async handle({ passages, searchLog }, { limit }) {
    const asked = await searchLog.listOpened(limit);
    const sampled = await passages.sample(limit - Math.min(asked.length, limit - 1));
    return [
      ...asked,
      ...sampled.map(({ documentId: id, text }) => ({ words: middleOf(text), documentId: id })),
    ].slice(0, limit);
  },
});

function middleOf(text: string): string {
  const words = text.split(/\s+/u).filter(Boolean);
  const start = Math.max(0, Math.floor((words.length - WORDS) / 2));
  return words.slice(start, start + WORDS).join(" ");
}
