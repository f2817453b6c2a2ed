import { z } from "zod";

import { count, instant } from "../../shapes";

/** `leaking`: a mark was found from the other side. `blind`: not even its own side found it, so the check proves nothing. */
export const isolationStates = ["tight", "leaking", "blind"] as const;
export type IsolationState = (typeof isolationStates)[number];

export const lookedAt = ["rows", "index", "files", "search", "lists", "opening"] as const;

/** The number of finds of the marks in a store: by their own workspaces, which must find them, and by others, which must not. */
export const LookedStore = z.object({
  store: z.enum(lookedAt),
  own: count,
  others: count,
  where: z.string().nullable(),
});
export type LookedStore = z.infer<typeof LookedStore>;

export const IsolationCheck = z.object({
  id: z.string(),
  startedAt: instant,
  finishedAt: instant,
  state: z.enum(isolationStates),
  stores: z.array(LookedStore),
});
