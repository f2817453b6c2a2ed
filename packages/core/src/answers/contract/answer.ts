import { z } from "zod";

import { count, day, idIn } from "../../shapes";
import { fallbackCauses } from "../../understanding/contract/fallback-causes";
import { Evidence, Locator } from "../../understanding/contract/statements";

/** The evidence of a claim of an answer; `n` is the number of its `[n]` markers. */
export const Citation = Evidence.extend({
  n: count,
  documentId: idIn("doc"),
  title: z.string(),
  page: count,
  said: z
    .object({
      speaker: z.string().nullable(),
      startMs: z.number().nullable(),
      isTimeGuessed: z.boolean(),
      on: day.nullable(),
    })
    .optional()
    .meta({
      description:
        "For words of a transcript: who says them, how many milliseconds after its beginning, and on which day",
    }),
});
export type Citation = z.infer<typeof Citation>;

const NearMiss = z.object({
  documentId: idIn("doc"),
  title: z.string(),
  text: z.string(),
  page: count,
  span: z.tuple([z.number(), z.number()]),
  at: Locator,
});

/** The form of an answer: what kind of thing was asked for and found. */
export const answerForms = [
  "fact",
  "list",
  "count",
  "sum",
  "comparison",
  "summary",
  "definition",
  "quotes",
  "declined",
] as const;

const Cell = z.object({
  text: z.string(),
  /** The numbers of the citations that prove the cell. */
  citations: z.array(count),
});

/** A list as a table. Every row leads to a document and cites its values. */
export const AnswerTable = z.object({
  columns: z.array(z.object({ name: z.string(), isNumber: z.boolean() })),
  rows: z.array(z.object({ documentId: idIn("doc").nullable(), cells: z.array(Cell) })),
  /** Sums in the order of the columns, null where a column has none. */
  totals: z.array(z.string().nullable()).nullable(),
});
export type AnswerTable = z.infer<typeof AnswerTable>;

/** The question as it was understood, shown to people so that they can mend it. */
export const Understood = z.object({
  form: z.enum(answerForms),
  /** The question on its own, with what a follow-up left out. */
  question: z.string(),
  /** The documents that were asked about; empty means all. */
  documents: z.array(z.object({ documentId: idIn("doc"), title: z.string() })),
  /** The documents asked about in the words of the search grammar. */
  query: z.string(),
});
export type Understood = z.infer<typeof Understood>;

/** The documents whose text may be in the item: those that are cited, tabled, or handed to a model. */
const read = z.array(idIn("doc")).optional();

/** The text of the answer in parts, then, last, whether an answer was found and its citations. */
export const AnswerItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string(), read }),
  z.object({
    kind: z.literal("done"),
    found: z.boolean(),
    read,
    citations: z.array(Citation),
    table: AnswerTable.nullable(),
    understood: Understood.nullable(),
    nearMisses: z.array(NearMiss),
    /** The messages that a hosted model was sent; null if none was asked. */
    sent: z
      .array(
        z.object({
          role: z.string(),
          text: z.string(),
          replaced: z
            .array(z.object({ token: z.string(), stands: z.string() }))
            .optional()
            .meta({ description: "The details behind the tokens in the text" }),
        }),
      )
      .nullable(),
    producedBy: z.object({
      kind: z.enum(["local", "openai"]),
      model: z.string(),
      release: z.string(),
      fallbackReason: z.string().nullable(),
      /** The thing that kept a hosted model from it. An answer that money kept from it can be asked for again. */
      fallbackCause: z.enum(fallbackCauses).nullable().default(null),
    }),
    cost: z.object({
      inputTokens: z.number(),
      outputTokens: z.number(),
      microUsd: z.number().nullable(),
    }),
  }),
]);
