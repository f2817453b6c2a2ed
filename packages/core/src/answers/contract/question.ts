import { z } from "zod";
import { documentId, projectId } from "../../ids";

/** The documents that a question is about, as the asker chose them. Every part narrows the others. */
export const Scope = z.object({
  projectId: projectId.optional(),
  documentId: documentId.optional(),
  documentIds: z.array(documentId).max(500).optional(),
  /** Documents in the words of the search grammar, as a saved view holds them. */
  query: z.string().max(1000).optional(),
});
export type Scope = z.infer<typeof Scope>;

/** One earlier turn of a conversation: the question, its answer and the documents that were asked about or cited. */
export const Turn = z.object({
  question: z.string().max(2000),
  answer: z.string().max(20_000),
  documentIds: z.array(documentId).max(50),
});
export type Turn = z.infer<typeof Turn>;

/** A question with the turns before it, the oldest first. */
export const Question = z.object({
  question: z.string().trim().min(2).max(2000),
  scope: Scope.default({}),
  history: z.array(Turn).max(10).default([]),
});
