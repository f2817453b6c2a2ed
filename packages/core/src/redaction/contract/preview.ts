import { z } from "zod";
import { count } from "../../shapes";
import { RedactionKind, RedactionRefusal } from "./kinds";

/** A text as it would be sent, without sending it. */
export const RedactionPreview = z
  .object({
    messages: z
      .array(z.object({ role: z.string(), text: z.string() }))
      .meta({ description: "The messages as they would leave" }),
    replaced: z
      .array(
        z.object({
          token: z.string(),
          kind: RedactionKind,
          forms: z
            .array(z.string())
            .meta({ description: "The detail behind it, as it is written" }),
          places: count,
        }),
      )
      .meta({ description: "The tokens in the messages" }),
    refusal: RedactionRefusal.nullable().meta({
      description: "Why nothing would be sent; null if it would",
    }),
    refusedKinds: z.array(RedactionKind).meta({ description: "The kinds that may not leave" }),
    problems: z
      .array(z.string())
      .meta({ description: "Why some detector could not read all of the text" }),
  })
  .meta({ id: "RedactionPreview" });
export type RedactionPreview = z.infer<typeof RedactionPreview>;
