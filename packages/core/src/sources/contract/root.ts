import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

/** A place at a provider, as its adapter names it. */
export const RootRef = z.record(z.string().max(60), z.string().max(2000));

/** A place that a person can open or choose. `key` is equal for equal places. */
export const RootChoice = z.object({
  key: z.string(),
  ref: RootRef,
  kind: z.enum(sourceKinds),
  name: z.string(),
  path: z.array(z.string()),
  hasChildren: z.boolean(),
  isChoosable: z.boolean(),
});

/** Returns a text that is equal for equal roots. */
export function rootKeyOf(ref: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(ref).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
