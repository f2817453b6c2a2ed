import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import { isSure } from "../facts/dates-of";

type Document = { id: string; title: string; type: string | null };

/** A question that may be worth offering. */
export type Candidate = { question: string };

const MOST = 8;

/** Questions about one document by its facts, in the order in which they are offered. */
const aboutOne: [field: string, question: string][] = [
  ["total", "How much is it?"],
  ["due date", "When is it due?"],
  ["end date", "When does it end?"],
  ["rent", "How much is the rent?"],
  ["notice period", "What is the notice period?"],
  ["governing law", "Which law governs it?"],
  ["party", "Who are the parties?"],
  ["effective date", "When does it start?"],
  ["next meeting", "When is the next meeting?"],
  ["deductible", "What is the deductible?"],
  ["premium", "How much is the premium?"],
  ["net pay", "What is the net pay?"],
  ["budget", "What is the budget?"],
  ["valid until", "Until when is it valid?"],
  ["supplier", "Which supplier is it from?"],
];

/** Questions about a document among others; `T` is its title. */
const aboutNamed: [type: string, field: string, question: string][] = [
  ["contract", "end date", "When does “T” end?"],
  ["contract", "governing law", "Which law governs “T”?"],
  ["contract", "notice period", "What is the notice period in “T”?"],
  ["amendment", "end date", "When does “T” end?"],
  ["insurance policy", "end date", "When does “T” end?"],
  ["quote", "total", "What is the total of “T”?"],
  ["receipt", "total", "What is the total of “T”?"],
  ["purchase order", "total", "What is the total of “T”?"],
  ["invoice", "total", "What is the total of “T”?"],
];

/** Returns questions about one document: what its facts hold, and its summary. */
export function ofDocument(type: string | null, facts: readonly DocumentFact[]): Candidate[] {
  const fields = aboutOne.filter(([field]) =>
    facts.some((fact) => fact.name === field && isSure(fact)),
  );
  const decisions = type === "meeting minutes" ? ["What was decided?"] : [];
  return [...decisions, ...fields.map(([, question]) => question), "Summarise this document"]
    .slice(0, MOST)
    .map((question) => ({ question }));
}

/** Returns questions about many documents, one kind after the other, so that the first few differ. */
export function candidatesOf(
  documents: readonly Document[],
  facts: readonly DocumentFact[],
): Candidate[] {
  const ofType = (type: string) => documents.filter((document) => document.type === type);
  const has = (document: Document, field: string) =>
    facts.some((fact) => fact.documentId === document.id && fact.name === field && isSure(fact));
  const invoices = ofType("invoice");
  const named = aboutNamed.flatMap(([type, field, question]) => {
    const document = ofType(type).find((each) => has(each, field));
    return document ? [question.replace("T", () => document.title)] : [];
  });
  const many = [
    ...(invoices.length > 0 ? ["How much is the latest invoice, and when is it due?"] : []),
    ...(ofType("meeting minutes").length > 0 ? ["What was decided in the last meeting?"] : []),
    ...(invoices.length > 1 ? ["How many invoices do we have, and what is their sum?"] : []),
    ...(ofType("contract").length > 1 ? ["Which contracts do we have, and when do they end?"] : []),
  ];
  const reports = ofType("report")
    .slice(0, 1)
    .map(({ title }) => `Summarise “${title}”`);
  const ordered = [
    ...named.slice(0, 1),
    ...many.slice(0, 2),
    ...reports,
    ...named.slice(1),
    ...many.slice(2),
  ];
  return [...new Set(ordered)].slice(0, MOST).map((question) => ({ question }));
}
