import { z } from "zod";

import type { FieldKind } from "./fields";

/** The comparisons of a row, by the kind of its field. */
export const comparisons = {
  text: ["same", "notSame", "holds", "holdsNot", "begins", "ends", "like", "isKnown", "isUnknown"],
  word: ["is", "isNot", "isOneOf", "isNoneOf", "isKnown", "isUnknown"],
  number: ["is", "isNot", "over", "atLeast", "under", "atMost", "between", "isKnown", "isUnknown"],
  date: [
    "on",
    "before",
    "after",
    "inNextDays",
    "inLastDays",
    "moreDaysAgo",
    "moreDaysAway",
    "isKnown",
    "isUnknown",
  ],
  yesno: ["isYes", "isNo", "isKnown", "isUnknown"],
  list: ["has", "hasNot", "hasAny", "hasNone", "isEmpty", "isKnown", "isUnknown"],
} as const satisfies Record<FieldKind, readonly string[]>;
export type Comparison = (typeof comparisons)[FieldKind][number];

const allComparisons: readonly Comparison[] = [...new Set(Object.values(comparisons).flat())];

const words = z.string().max(500);
const rowValue = z.union([
  z.boolean(),
  z.number(),
  words,
  z.array(words).max(100),
  z.tuple([z.number(), z.number()]),
]);

/** One row: a field, a comparison and the value that it is compared with. */
export const ConditionRow = z.strictObject({
  field: z.string().min(1).max(200),
  is: z.enum(allComparisons),
  value: rowValue.optional(),
});
export type ConditionRow = z.infer<typeof ConditionRow>;

export const matches = ["all", "any", "none"] as const;
export type ConditionGroup = {
  match: (typeof matches)[number];
  of: (ConditionRow | ConditionGroup)[];
};

/** Rows of which all, any or none must be true. Groups stand in groups. */
export const ConditionGroup: z.ZodType<ConditionGroup, ConditionGroup> = z
  .strictObject({
    match: z.enum(matches),
    get of() {
      return z.array(z.union([ConditionRow, ConditionGroup])).max(100);
    },
  })
  .meta({ id: "ConditionGroup" });

/** A condition: rows, or a text in the Common Expression Language. */
export const Condition = z.union([
  z.strictObject({ rows: ConditionGroup }),
  z.strictObject({ cel: z.string().min(1).max(5_000) }),
]);
export type Condition = z.infer<typeof Condition>;

export function isGroup(of: ConditionRow | ConditionGroup): of is ConditionGroup {
  return "of" in of;
}
