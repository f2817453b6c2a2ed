import type { FieldKind } from "@besunny/ai/ai";

/** The kinds of values that a field holds, each by its name. The type demands every kind of the models. */
export const kindsByName: { [Kind in FieldKind]: Kind } = {
  text: "text",
  date: "date",
  money: "money",
  number: "number",
  period: "period",
  duration: "duration",
  identifier: "identifier",
  party: "party",
  list: "list",
};

export const fieldKinds = Object.values(kindsByName);
