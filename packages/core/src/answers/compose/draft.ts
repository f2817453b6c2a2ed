import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import type { AnswerTable, answerForms } from "../contract/answer";
import type { Blank } from "../facts/blank";
import type { NamedDocument } from "../find/find-asked";
import type { ReadPassage } from "../find/find-text";
import type { Citer } from "./citer";

/** A document that a question is about, with its facts. */
export type Subject = NamedDocument & { facts: readonly DocumentFact[]; day: string };

/** An answer before its sources are added. `rest` are parts of the question that it leaves open. */
export type Draft = {
  form: (typeof answerForms)[number];
  text: string;
  table: AnswerTable | null;
  rest: string[];
  /** The place that the document leaves blank; then it is no answer that the document says what is asked for. */
  blank?: { subject: { id: string; title: string }; blank: Blank };
};

/** The tools of composing: the sources so far, and the text of documents. */
export type Desk = {
  citer: Citer;
  readText: (ids: readonly string[]) => Promise<readonly ReadPassage[]>;
};
