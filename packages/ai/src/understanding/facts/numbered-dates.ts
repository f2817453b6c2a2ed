import type { FieldDefinition } from "../../ai";
import type { Conventions } from "../entities/conventions";
import { findDates } from "../entities/dates";
import type { Candidate } from "./candidate";
import { readDate } from "./read-value";

const link =
  /^[ \t,]*(?:du|vom|of|dated|van|de|del|del día|dd\.?|z dnia|av|från|fra|den|do dia|of date|from|am)?[ \t]+/iu;

/** Finds the date that follows a number: "Facture n°5620 du 2 juillet 2015". */
export function numberedDates(
  text: string,
  labelled: readonly Candidate[],
  fields: readonly FieldDefinition[],
  conventions: Conventions,
): Candidate[] {
  return labelled.flatMap((each) => {
    const name = each.name.replace(/ number$/, " date");
    const end = each.evidence[0]?.[1];
    if (name === each.name || end === undefined || !fields.some((field) => field.name === name))
      return [];
    const after = text.slice(end, end + 50);
    const words = link.exec(after)?.[0].length ?? 0;
    const [date] = findDates(after, conventions);
    if (!date || words === 0 || date.start > words) return [];
    const { start, end: last, ...read } = readDate(after, date);
    return [
      { ...read, name, confidence: 0.85, evidence: [[end + start, end + last]], origin: "phrase" },
    ];
  });
}
