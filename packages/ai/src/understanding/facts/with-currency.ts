import type { FieldDefinition } from "../../ai";
import { findMoney } from "../entities/amounts";
import type { Conventions } from "../entities/conventions";
import type { Candidate } from "./candidate";

const CHARACTERS_READ = 60_000;

/** Adds to sums without a currency the one currency of the document, if all its sums have the same. */
export function withCurrency(
  candidates: readonly Candidate[],
  fields: readonly FieldDefinition[],
  text: string,
  conventions: Conventions,
): Candidate[] {
  const sums = new Set(fields.filter(({ kind }) => kind === "money").map(({ name }) => name));
  const bare = (each: Candidate) =>
    sums.has(each.name) && each.origin !== "field" && /^-?\d/.test(each.normalised ?? "");
  if (!candidates.some(bare)) return [...candidates];
  const named = new Set([
    ...findMoney(text.slice(0, CHARACTERS_READ), conventions).map(({ normalised }) =>
      normalised?.slice(0, 3),
    ),
    ...conventions.currencies,
  ]);
  const [currency] = named;
  if (named.size !== 1 || !currency) return [...candidates];
  return candidates.map((each) => {
    if (!bare(each)) return each;
    const value = `${currency} ${each.normalised}`;
    return { ...each, value, normalised: value };
  });
}
