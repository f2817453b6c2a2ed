import type { Caller } from "../../operation/caller";
import { fieldCalled } from "../question/fields";
import { namesIn } from "../question/names";
import { isCommon, isSameWord, wordsOf } from "../question/words";
import type { ReadQuestion } from "./about-documents";
import { findText } from "./find-text";

const MOST_READ = 20;

/** Returns whether the documents of an answer hold every name of its question: what is said of somebody else is no answer. */
export async function holdNames(
  caller: Caller,
  { asked, documents }: Pick<ReadQuestion, "asked" | "documents">,
  question: string,
  ids: readonly string[],
): Promise<boolean> {
  const names = namesIn(question, asked);
  if (names.length === 0 || ids.length === 0) return true;
  const known = documents.filter(({ id }) => ids.includes(id));
  const called = known.flatMap(({ title, fileName, names: own, mentions }) => [
    title,
    fileName,
    ...own,
    ...mentions,
  ]);
  const open = without(names, called);
  if (open.length === 0) return true;
  const passages = await findText(caller, { ids: ids.slice(0, MOST_READ) });
  return (
    without(
      open,
      passages.map(({ text }) => text),
    ).length === 0
  );
}

function without(names: readonly string[], texts: readonly string[]): string[] {
  const held = new Set(wordsOf(texts.join(" ")));
  return names.filter(
    (name) => !held.has(name) && ![...held].some((each) => isSameWord(each, name)),
  );
}

/**
 * Returns whether passages speak of the one field that a question asks for: a law is no answer if no word for it is near. Sums and days are
 * said in too many ways to tell.
 */
export function speakOfField(
  { parts }: ReadQuestion["asked"],
  passages: readonly { text: string; headingPath: readonly string[] }[],
): boolean {
  const [only, ...others] = parts.flatMap(({ fields }) => fields);
  const field = only && others.length === 0 ? fieldCalled(only.name) : undefined;
  if (!only || !field || (field.kind !== "text" && field.kind !== "identifier")) return true;
  if (passages.length === 0) return true;
  const says = new Set(
    [...only.words, ...[field.label, ...field.labels].flatMap(wordsOf)].filter(
      (word) => word.length > 2 && !isCommon(word),
    ),
  );
  const words = wordsOf(
    passages.flatMap(({ text, headingPath }) => [...headingPath, text]).join(" "),
  );
  return words.some((word) => [...says].some((each) => word.startsWith(each)));
}
