/** The kinds of values that a field can have, in the order in which they are offered. */
export const customFieldKinds = [
  "text",
  "number",
  "amount",
  "date",
  "boolean",
  "list",
  "link",
] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];
