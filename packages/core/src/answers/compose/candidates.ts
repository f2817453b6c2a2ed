import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";

import type { Language } from "../../language";
import { isSure } from "../facts/dates-of";

type Document = { id: string; title: string; type: string | null };
type Words = Readonly<Record<Language, string>>;

/** A question that may be worth offering. */
export type Candidate = { question: string };

const MOST = 8;

/** Questions about one document by its facts, in the order in which they are offered. */
const aboutOne: readonly [field: string, question: Words][] = [
  ["total", { en: "How much is it?", de: "Wie hoch ist der Betrag?" }],
  ["due date", { en: "When is it due?", de: "Wann ist es fällig?" }],
  ["end date", { en: "When does it end?", de: "Wann endet es?" }],
  ["rent", { en: "How much is the rent?", de: "Wie hoch ist die Miete?" }],
  ["notice period", { en: "What is the notice period?", de: "Wie lang ist die Kündigungsfrist?" }],
  ["governing law", { en: "Which law governs it?", de: "Welches Recht gilt?" }],
  ["party", { en: "Who are the parties?", de: "Wer sind die Parteien?" }],
  ["effective date", { en: "When does it start?", de: "Wann beginnt es?" }],
  ["next meeting", { en: "When is the next meeting?", de: "Wann ist die nächste Besprechung?" }],
  ["deductible", { en: "What is the deductible?", de: "Wie hoch ist die Selbstbeteiligung?" }],
  ["premium", { en: "How much is the premium?", de: "Wie hoch ist die Prämie?" }],
  ["net pay", { en: "What is the net pay?", de: "Wie hoch ist der Nettolohn?" }],
  ["budget", { en: "What is the budget?", de: "Wie hoch ist das Budget?" }],
  ["valid until", { en: "Until when is it valid?", de: "Bis wann ist es gültig?" }],
  ["supplier", { en: "Which supplier is it from?", de: "Von welchem Lieferanten ist es?" }],
];

const ends: Words = { en: "When does “T” end?", de: "Wann endet „T“?" };
const total: Words = {
  en: "What is the total of “T”?",
  de: "Wie hoch ist der Gesamtbetrag von „T“?",
};

/** Questions about a document among others; `T` is its title. */
const aboutNamed: readonly [type: string, field: string, question: Words][] = [
  ["contract", "end date", ends],
  [
    "contract",
    "governing law",
    { en: "Which law governs “T”?", de: "Welches Recht gilt für „T“?" },
  ],
  [
    "contract",
    "notice period",
    { en: "What is the notice period in “T”?", de: "Wie lang ist die Kündigungsfrist in „T“?" },
  ],
  ["amendment", "end date", ends],
  ["insurance policy", "end date", ends],
  ["quote", "total", total],
  ["receipt", "total", total],
  ["purchase order", "total", total],
  ["invoice", "total", total],
];

const aboutMany = {
  latestInvoice: {
    en: "How much is the latest invoice, and when is it due?",
    de: "Wie hoch ist die letzte Rechnung, und wann ist sie fällig?",
  },
  decisions: {
    en: "What was decided in the last meeting?",
    de: "Was wurde in der letzten Besprechung beschlossen?",
  },
  invoices: {
    en: "How many invoices do we have, and what is their sum?",
    de: "Wie viele Rechnungen haben wir, und wie hoch ist ihre Summe?",
  },
  contracts: {
    en: "Which contracts do we have, and when do they end?",
    de: "Welche Verträge haben wir, und wann enden sie?",
  },
} as const satisfies Record<string, Words>;

const decided: Words = { en: "What was decided?", de: "Was wurde beschlossen?" };
const summarise: Words = { en: "Summarise this document", de: "Fasse dieses Dokument zusammen" };
const summariseNamed: Words = { en: "Summarise “T”", de: "Fasse „T“ zusammen" };

/** Returns questions about one document in a language: what its facts hold, and its summary. */
export function ofDocument(
  type: string | null,
  facts: readonly DocumentFact[],
  language: Language,
): Candidate[] {
  const fields = aboutOne.filter(([field]) =>
    facts.some((fact) => fact.name === field && isSure(fact)),
  );
  const decisions = type === "meeting minutes" ? [decided] : [];
  return [...decisions, ...fields.map(([, question]) => question), summarise]
    .slice(0, MOST)
    .map((question) => ({ question: question[language] }));
}

/** Returns questions about many documents in a language, one kind after the other, so that the first few differ. */
export function candidatesOf(
  documents: readonly Document[],
  facts: readonly DocumentFact[],
  language: Language,
): Candidate[] {
  const ofType = (type: string) => documents.filter((document) => document.type === type);
  const has = (document: Document, field: string) =>
    facts.some((fact) => fact.documentId === document.id && fact.name === field && isSure(fact));
  const about = (question: Words, title: string) =>
    question[language].replace(/T(?=[“”])/u, () => title);
  const invoices = ofType("invoice");
  const named = aboutNamed.flatMap(([type, field, question]) => {
    const document = ofType(type).find((each) => has(each, field));
    return document ? [about(question, document.title)] : [];
  });
  const many = [
    ...(invoices.length > 0 ? [aboutMany.latestInvoice] : []),
    ...(ofType("meeting minutes").length > 0 ? [aboutMany.decisions] : []),
    ...(invoices.length > 1 ? [aboutMany.invoices] : []),
    ...(ofType("contract").length > 1 ? [aboutMany.contracts] : []),
  ].map((question) => question[language]);
  const reports = ofType("report")
    .slice(0, 1)
    .map(({ title }) => about(summariseNamed, title));
  const ordered = [
    ...named.slice(0, 1),
    ...many.slice(0, 2),
    ...reports,
    ...named.slice(1),
    ...many.slice(2),
  ];
  return [...new Set(ordered)].slice(0, MOST).map((question) => ({ question }));
}
