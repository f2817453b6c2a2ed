import type { FactProblem, Understanding } from "@besunny/ai/ai";
import type { ClassificationResult } from "@besunny/db/workspace/documents/classification-results";
import { locate, quoteAt } from "@besunny/document-model/locate";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import {
  isPersonalDataKind,
  personalDataKinds,
  sensitivities,
} from "@besunny/document-model/statements/personal-data-kinds";
import { z } from "zod";

import { confidence as confidenceOrNone, idIn, instant } from "../../shapes";
import { fallbackCauses } from "./fallback-causes";

/** The documents that a reader may see, with who gave them their type, by id. */
export type SeenDocuments = ReadonlyMap<
  string,
  { document: { id: string; title: string }; by: { id: string; name: string } | null }
>;

const span = z.tuple([z.number().int(), z.number().int()]);
const boxes = z.array(z.tuple([z.number(), z.number(), z.number(), z.number()]));

/** The place of a statement in the original, in the terms of the document's format. Boxes in points, origin top left. */
export const Locator = z.union([
  z.object({ page: z.number().int(), boxes }),
  z.object({ slide: z.number().int(), block: z.string() }),
  z.object({ block: z.string(), page: z.number().int().optional() }),
  z.object({ sheet: z.string(), range: z.string() }),
]);
export type Locator = z.infer<typeof Locator>;

/** `span` is offsets in the document's plain text; `isProven` says that the text has the quote there. */
export const Evidence = z.object({ quote: z.string(), span, at: Locator, isProven: z.boolean() });
export type Evidence = z.infer<typeof Evidence>;

const evidence = z.array(Evidence);
const confidence = z.number();

/** The checks that a fact can fail, each by its name. The type demands every check of the models. */
const factProblems: { [Problem in FactProblem]: Problem } = {
  "ambiguous-date": "ambiguous-date",
  "invalid-iban": "invalid-iban",
  "invalid-vat-number": "invalid-vat-number",
  "sum-mismatch": "sum-mismatch",
  "before-start": "before-start",
};

/** One value of a field, as it is stored with a result. */
export const Fact = z.object({
  name: z.string(),
  label: z.string().optional().meta({ description: "The name of the field for people" }),
  value: z.string(),
  normalised: z.string().optional().meta({
    description: "ISO 8601 for dates, periods and lengths of time; `EUR 12.50` for money",
  }),
  confidence,
  evidence,
  problems: z.array(z.enum(factProblems)).optional().meta({
    description: "Checks that the value failed",
  }),
  isContradicted: z.boolean().optional().meta({
    description: "The document states another value that is as sure",
  }),
  isComputed: z.boolean().optional().meta({
    description: "It follows from other values, which the evidence shows",
  }),
  element: z
    .string()
    .optional()
    .meta({ description: "The field of the file that states it: `factur-x.xml#/path/of/it`" }),
});
export type Fact = z.infer<typeof Fact>;

/** Everything that was understood of a document except the name of its type, as it is stored with the result. */
export const Statements = z.object({
  type: z.object({
    evidence,
    /** The labelled documents that the type follows. */
    like: z
      .array(z.object({ documentId: z.string(), type: z.string(), likeness: z.number() }))
      .default([]),
    /** The sha256 of the model of the workspace's own documents that said the type. */
    head: z.string().optional(),
  }),
  /** The type whose card the facts follow. Absent from results of earlier builds. */
  cardOf: z.string().nullable().optional(),
  categories: z.array(z.object({ name: z.string(), confidence, evidence })),
  keyPhrases: z.array(z.object({ text: z.string(), score: z.number(), evidence })),
  entities: z.array(
    z.object({
      kind: z.string(),
      text: z.string(),
      normalised: z
        .string()
        .optional()
        .meta({ description: "Absent from a sum, share or day that can be read in several ways" }),
      confidence,
      evidence,
    }),
  ),
  /** Results of earlier releases have none. */
  personalData: z.array(z.object({ kind: z.string(), confidence, evidence })).default([]),
  facts: z.array(Fact),
  language: z.object({ code: z.string(), confidence }).nullable(),
  pageLanguages: z
    .array(z.object({ page: z.number().int(), code: z.string().nullable() }))
    .optional()
    .meta({ description: "Pages in another language; the code is null if it is not known" }),
  summary: z.array(
    z.object({
      text: z.string(),
      evidence,
      isShort: z
        .boolean()
        .optional()
        .meta({ description: "True for the one or two sentences of the short form" }),
    }),
  ),
  outline: z
    .array(
      z.object({
        part: z.enum(["parties", "term", "money", "decisions", "actions"]),
        sentences: z.array(z.object({ text: z.string(), evidence })),
      }),
    )
    .optional()
    .meta({ description: "Sentences for what a reader of such a document looks up first" }),
  sentiment: z
    .object({ label: z.enum(["positive", "neutral", "negative"]), score: z.number(), evidence })
    .nullable(),
});
export type Statements = z.infer<typeof Statements>;

export const Candidates = z.array(z.object({ name: z.string(), confidence }));

/** Returns the statements with a quote and a place for each span. A span that is not in the text is no evidence and is left out. */
export function proveStatements(
  model: ParsedDocument,
  understood: Understanding,
  cardOf: string | null = understood.type.name,
): Statements {
  const proven = <Statement extends { evidence: [number, number][] }>(statement: Statement) => ({
    ...statement,
    evidence: statement.evidence.flatMap((at) => prove(model, at)),
  });
  return {
    type: {
      evidence: proven(understood.type).evidence,
      like: understood.like,
      ...(understood.head && { head: understood.head }),
    },
    cardOf,
    categories: understood.categories.map(proven),
    keyPhrases: understood.keyPhrases.map(proven),
    entities: understood.entities.map(proven),
    personalData: understood.personalData.map(proven),
    facts: understood.facts.map(proven),
    language: understood.language,
    pageLanguages: understood.pageLanguages ?? [],
    summary: understood.summary.map(proven),
    outline: (understood.outline ?? []).map(({ part, sentences }) => ({
      part,
      sentences: sentences.map(proven),
    })),
    sentiment: understood.sentiment && proven(understood.sentiment),
  };
}

/** Returns the evidence at a span; none if the span is not in the text. */
export function prove(model: ParsedDocument, [start, end]: [number, number]): Evidence[] {
  const quote = quoteAt(model, [start, end]);
  if (start < 0 || quote.trim() === "") return [];
  return [{ quote, span: [start, end], at: locate(model, [start, end]), isProven: true }];
}

/** A document that people gave a type, which another document follows. Nameless to people who may not see it. */
export const LikeDocument = z.object({
  document: z.object({ id: idIn("doc"), title: z.string() }).nullable(),
  type: z.string(),
  by: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
  likeness: z.number(),
});

/** One immutable result of the models: the understanding, its producer and its evidence. */
export const UnderstandingResult = Statements.omit({ type: true, personalData: true, cardOf: true })
  .extend({
    id: idIn("res"),
    type: z.object({
      name: z.string().nullable(),
      confidence: confidenceOrNone,
      candidates: Candidates,
      evidence,
      like: z.array(LikeDocument),
      isLearned: z
        .boolean()
        .meta({ description: "True if a model of the workspace's own documents said it" }),
    }),
    personalData: z.array(
      z.object({
        kind: z.enum(Object.keys(personalDataKinds).filter(isPersonalDataKind)),
        sensitivity: z.enum(sensitivities),
        confidence,
        evidence,
      }),
    ),
    producedBy: z.object({
      kind: z.string(),
      model: z.string(),
      release: z.string(),
      fallbackReason: z
        .string()
        .nullable()
        .meta({ description: "Why local models did the work of a hosted one" }),
      fallbackCause: z.enum(fallbackCauses).nullable().meta({
        description:
          "The thing that kept the hosted model from it. Work that money kept from it can be done again",
      }),
    }),
    cost: z.object({
      inputTokens: z.number(),
      outputTokens: z.number(),
      microUsd: z
        .number()
        .nullable()
        .meta({ description: "Millionths of a US dollar; null where no price is known" }),
    }),
    durationMs: z.number(),
    createdAt: instant,
  })
  .meta({ id: "Result" });

/** Returns a stored result as clients get it: its producer, the type with its candidates, and the statements. */
export function understandingOf(
  result: ClassificationResult,
  seen: SeenDocuments,
): z.input<typeof UnderstandingResult> {
  const { type, personalData, ...statements } = Statements.parse(result.statements);
  return {
    id: result.id,
    type: {
      name: result.type,
      confidence: result.confidence,
      candidates: Candidates.parse(result.candidates),
      evidence: type.evidence,
      like: type.like.map(({ documentId, ...each }) => ({
        ...each,
        document: null,
        by: null,
        ...seen.get(documentId),
      })),
      isLearned: type.head !== undefined,
    },
    ...statements,
    personalData: personalData.flatMap(({ kind, ...detail }) =>
      isPersonalDataKind(kind) ? [{ kind, sensitivity: personalDataKinds[kind], ...detail }] : [],
    ),
    producedBy: {
      kind: result.producer,
      model: result.model,
      release: result.release,
      fallbackReason: result.fallbackReason,
      fallbackCause: fallbackCauses.find((cause) => cause === result.fallbackCause) ?? null,
    },
    cost: {
      inputTokens: result.inputTokens,
      outputTokens: result.outputTokens,
      microUsd: result.costMicro,
    },
    durationMs: result.durationMs,
    createdAt: result.createdAt,
  };
}
