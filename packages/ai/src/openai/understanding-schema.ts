import { namedKinds } from "@besunny/document-model/statements/entity-key";
import { z } from "zod";

const quote = z
  .string()
  .describe("The exact words of the document that show it, copied, at most 30 words");
const confidence = z.number().describe("How sure, from 0 to 1; above 0.9 only when certain");

/** The form of the model's answer. Every statement has a quote, which BeSunny then looks up in the text. */
export const DocumentReading = z.object({
  type: z.object({
    name: z.string().nullable().describe("One of the given types, or null when none fits surely"),
    confidence,
    quote,
    candidates: z
      .array(z.object({ name: z.string(), confidence }))
      .describe("The five likeliest types, best first"),
  }),
  categories: z
    .array(z.object({ name: z.string(), confidence, quote }))
    .describe("One to four business topics out of those given"),
  keyPhrases: z
    .array(
      z.object({ text: z.string().describe("As it stands in the document"), score: confidence }),
    )
    .describe("Up to ten phrases that say what the document is about"),
  names: z
    .array(
      z.object({
        kind: z.enum(namedKinds),
        text: z.string().describe("As it stands in the document"),
        confidence,
      }),
    )
    .describe("People, organisations and places that are named"),
  facts: z
    .array(
      z.object({
        name: z.string().describe("The name of a field of the type"),
        value: z.string().describe("As the quote writes it"),
        confidence,
        quote,
      }),
    )
    .describe(
      "Values of the fields of the type, each that the document states; none that it does not",
    ),
  language: z.string().nullable().describe("ISO 639-1 code"),
  summary: z
    .array(
      z.object({
        sentence: z.string(),
        quotes: z.array(z.string()).describe("Exact words that the sentence rests on"),
      }),
    )
    .describe("Three sentences in the document's language"),
  sentiment: z
    .object({
      label: z.enum(["positive", "neutral", "negative"]),
      score: z.number().describe("From -1 to 1"),
      quote,
    })
    .nullable()
    .describe("Null when the document voices no opinion"),
});
export type DocumentReading = z.infer<typeof DocumentReading>;
