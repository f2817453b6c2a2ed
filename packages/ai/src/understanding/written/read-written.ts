import type { FieldKind, ValueInput } from "../../ai";
import { conventionsOf } from "../entities/conventions";
import { readValue } from "../facts/read-value";

/** The kinds of values that have a normal form. */
const normal: readonly FieldKind[] = ["date", "money", "number", "period", "duration"];

/** Returns the normal form of a value that a person wrote for a field, if it is clear. */
export function readWritten({ written, kind, text, language }: ValueInput): {
  normalised?: string;
} {
  if (!normal.includes(kind)) return {};
  const conventions = conventionsOf(`${written}\n${text}`, language);
  const { normalised } = readValue(kind, written, conventions) ?? {};
  return normalised === undefined ? {} : { normalised };
}
