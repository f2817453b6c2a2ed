import { moment } from "@besunny/core/moment";
import { z } from "@hono/zod-openapi";

/** A moment in a request: a day, or a time with its offset (RFC 3339). */
export const when = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((text): unknown => text)
  .pipe(moment)
  .openapi({
    type: "string",
    anyOf: [{ format: "date" }, { format: "date-time" }],
    example: "2026-01-31",
  });

/** OpenAPI 3.1 has no words for the events of a stream; the description of the answer has. */
export const Events = z.unknown().openapi({ description: "Server-sent events (HTML)" });

type Bounds = { least: number; most: number };

/** A whole number as addresses carry it. */
export function wholeNumber({ least, most }: Bounds) {
  return z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text), "Give a whole number")
    .transform(Number)
    .pipe(z.number().int().min(least).max(most))
    .openapi({ type: "integer", minimum: least, maximum: most });
}

/** `true` or `false` as addresses carry them. */
export const yesOrNo = z
  .string()
  .refine((word) => word === "true" || word === "false", "Write true or false")
  .transform((word) => word === "true")
  .openapi({ type: "boolean" });

/** Returns the schema for the number of items in one page of a list. */
export function limitOf({ most, usual }: { most: number; usual: number }) {
  return wholeNumber({ least: 1, most }).default(usual).openapi({ default: usual });
}

/** `?limit=` and `?cursor=` of every list. */
export const paging = {
  limit: limitOf({ most: 200, usual: 50 }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: "The `nextCursor` of the previous page, for the same list and order" }),
};
