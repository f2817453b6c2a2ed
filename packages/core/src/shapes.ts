import { z } from "zod";

type Prefix =
  | "aud"
  | "bat"
  | "bop"
  | "cor"
  | "doc"
  | "inv"
  | "itm"
  | "key"
  | "prj"
  | "res"
  | "run"
  | "ses"
  | "usr"
  | "ws";

/** An id in an output, with the prefix that says what it names. */
export function idIn(prefix: Prefix) {
  return z.string().meta({ pattern: `^${prefix}_[0-9A-Za-z_]+$`, example: `${prefix}_019a2b` });
}

/** A moment in an output. */
export const instant = z.date().meta({ format: "date-time", example: "2026-01-31T09:30:00.000Z" });

/** A confidence from 0 to 1; null where there is none. */
export const confidence = z.number().min(0).max(1).nullable();

/** How many of something. */
export const count = z.number().int();

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The input of every list: how many, and where to go on. */
export const paging = {
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
};

/** An output whose shape is a type's alone: what is not sent to clients, or too large to be checked item by item. */
export function ofType<Type>() {
  return z.custom<Type>(() => true);
}

/** The output of an operation that returns nothing. */
export const nothing = z.void();

/** The output of an operation on several things: the ids of those that it acted on. */
export const ofIds = z.object({ ids: z.array(z.string()) });
