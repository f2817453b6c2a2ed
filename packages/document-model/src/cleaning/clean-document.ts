import type { ParsedDocument } from "../parsed-document";
import { leaveOutLines } from "./leave-out-lines";
import { repairEncoding } from "./repair-encoding";

/** A change of a reading. The file stays as it is. */
export type Cleaning =
  | { kind: "repair-encoding" }
  | { kind: "leave-out-boilerplate"; keys: readonly string[] };

/** Returns the reading after all of these cleanings. Encoding is repaired first, because lines are compared by their letters. */
export function cleanDocument(
  model: ParsedDocument,
  cleanings: readonly Cleaning[],
): ParsedDocument {
  const repaired = cleanings.some(({ kind }) => kind === "repair-encoding")
    ? repairEncoding(model)
    : model;
  return cleanings.reduce(
    (cleaned, cleaning) =>
      cleaning.kind === "leave-out-boilerplate" ? leaveOutLines(cleaned, cleaning.keys) : cleaned,
    repaired,
  );
}
