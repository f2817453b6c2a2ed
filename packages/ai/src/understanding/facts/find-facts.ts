import type { DocumentInput, Fact, FieldDefinition } from "../../ai";
import type { Conventions } from "../entities/conventions";
import type { Candidate } from "./candidate";
import { chosenFacts } from "./chosen-facts";
import { contractFacts } from "./clauses/contract-facts";
import { statedSums } from "./clauses/stated-sums";
import { factsOfFields } from "./facts-of-fields";
import { headersOf } from "./headers-of";
import { labelIndexOf } from "./label-index";
import { labelledValues } from "./labelled-values";
import { listedUnder } from "./listed-under";
import { numberedDates } from "./numbered-dates";
import { ownDates } from "./own-dates";
import { paymentMethods } from "./payment-methods";
import { layOut } from "./pieces";
import { sellers } from "./sellers";
import { paidTotals, sumsPaid } from "./sums-paid";

const CHARACTERS_READ = 60_000;
/** Headings and signatures of agreements look like labels of these, so a sentence that says them goes first. */
const phrasesFirst: ReadonlySet<string> = new Set([
  "party",
  "governing law",
  "agreement date",
  "effective date",
  "end date",
  "term",
  "renewal",
  "notice period",
  "termination notice",
]);

/**
 * Finds the values of the fields of a card: in fields of the file, beside labels, in customary phrases, and by their place. Values that fail
 * a check are marked. A field of the file goes before all else.
 */
export function findFacts(
  document: DocumentInput,
  fields: readonly FieldDefinition[],
  conventions: Conventions,
): Fact[] {
  const stated = [...(document.statedFacts ?? []), ...headersOf(document)];
  const ofFile = factsOfFields(stated, fields);
  if (fields.length === 0) return ofFile;
  const layout = layOut(document, CHARACTERS_READ);
  const labelled = labelledValues(layout, labelIndexOf(fields), conventions);
  const listed = listedUnder(document, fields);
  const phrases = contractFacts(document.text, fields, conventions);
  const isSaid = (name: string) => phrases.some((each) => each.name === name);
  const isNamed = (name: string) => labelled.some((each) => each.name === name);
  const paid = isNamedIn(fields, "payment method") ? sumsPaid(layout, conventions) : [];
  const candidates: Candidate[] = [
    ...ofFile.map((fact) => ({ ...fact, origin: "field" as const })),
    ...labelled.filter(({ name }) => !(isSaid(name) && phrasesFirst.has(name))),
    ...listed,
    ...numberedDates(document.text, labelled, fields, conventions),
    ...phrases,
    ...statedSums(document.text.slice(0, CHARACTERS_READ), fields, conventions),
    ...ownDates(layout, fields, labelled, conventions),
    ...(isNamed("supplier") ? [] : sellers(layout, fields)),
    ...(isNamedIn(fields, "payment method") ? paymentMethods(layout) : []),
    ...paidTotals(layout, paid, conventions),
  ];
  return chosenFacts(candidates, { document, fields, conventions, paid });
}

function isNamedIn(fields: readonly FieldDefinition[], wanted: string): boolean {
  return fields.some(({ name }) => name === wanted);
}
