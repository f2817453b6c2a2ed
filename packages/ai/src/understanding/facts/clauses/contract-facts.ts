import type { FieldDefinition } from "../../../ai";
import type { Conventions } from "../../entities/conventions";
import type { Candidate } from "../candidate";
import { agreementDates } from "./contract-dates";
import { contractParties } from "./contract-parties";
import { contractTerm } from "./contract-term";
import { flatten } from "./flat-text";
import { governingLaw } from "./governing-law";

const CHARACTERS_READ = 200_000;

/** Finds what agreements state in phrases rather than behind labels, if the card has such fields. */
export function contractFacts(
  text: string,
  fields: readonly FieldDefinition[],
  conventions: Conventions,
): Candidate[] {
  if (!fields.some(({ name }) => name === "party")) return [];
  const flat = flatten(text.slice(0, CHARACTERS_READ));
  const dates = agreementDates(flat, conventions);
  const { agreement, effective } = dates;
  return [
    ...contractParties(flat),
    ...(agreement ? [agreement] : []),
    ...(effective ? [effective] : []),
    ...contractTerm(flat, dates, conventions),
    ...governingLaw(flat),
  ].filter(({ name }) => fields.some((field) => field.name === name));
}
