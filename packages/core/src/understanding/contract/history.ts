import type { Repositories } from "@besunny/db/database";
import type { LabelSource } from "@besunny/db/workspace/documents/labels";
import { z } from "zod";

import { idIn, instant } from "../../shapes";
import { UnderstandingResult } from "./statements";

/** The ways in which a person labels a document. */
export const labelSources = [
  "correction",
  "confirmation",
] as const satisfies readonly LabelSource[];

/** A person's word on a result: a correction, or a confirmation, which leaves the value as it was. */
export const Correction = z.object({
  id: idIn("lab"),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  source: z.enum(labelSources),
  byId: idIn("usr"),
  by: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
  createdAt: instant,
  withdrawnAt: instant.nullable().meta({ description: "When somebody took it back" }),
});

/** Every result of a document, newest first, and its corrections and confirmations. */
export const History = z.object({
  items: z.array(UnderstandingResult),
  corrections: z.array(Correction),
});

type Label = Awaited<ReturnType<Repositories["labels"]["list"]>>[number];

/** Returns a label as people see it. `names` has the people who may have given it. */
export function correctionOf(
  { value, source, ...label }: Label,
  names: Awaited<ReturnType<Repositories["labels"]["namesOf"]>>,
): z.infer<typeof Correction> {
  const by = names.get(label.byId) ?? null;
  return { ...label, by, source: z.enum(labelSources).parse(source), after: value };
}
