import type { Caller } from "../../operation/caller";
import { namesIn } from "../question/names";
import { isSameWord, wordsOf } from "../question/words";
import { findText } from "./find-text";
import type { ReadQuestion } from "./read-question";

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
