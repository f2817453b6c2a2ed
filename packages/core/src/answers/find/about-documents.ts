import type { z } from "zod";
import type { Question, Scope } from "../contract/question";
import type { Asked } from "../question/understand";
import type { NamedDocument } from "./find-asked";
import type { Resolved } from "./resolve";

/** A question with the documents that it is about. */
export type ReadQuestion = {
  asked: Asked;
  resolved: Resolved;
  scope: Scope;
  /** Every document of the scope, to find amendments in. */
  documents: readonly NamedDocument[];
  /** True if documents were chosen before the question was asked: by the scope, or by the conversation. */
  isChosen: boolean;
  /** Documents that the conversation was about, where the question may be about them too. */
  about: readonly NamedDocument[];
  /** True if it asks which of the documents before it has most or least. */
  isAmongNamed: boolean;
  /** The question before it, with whose words passages are looked for too. */
  context: string | null;
  history: z.output<typeof Question>["history"];
};

/** A question on its own, with the documents that it names. */
export type Found = Pick<ReadQuestion, "asked" | "resolved" | "documents">;

/** Returns the types of the documents; none if they have many. */
export function typesOf(documents: readonly NamedDocument[]): string[] {
  const types = [...new Set(documents.flatMap(({ type }) => (type ? [type] : [])))];
  return types.length <= 2 ? types : [];
}
