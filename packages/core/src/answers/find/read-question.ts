import type { z } from "zod";
import { listMatchingIds } from "../../documents/finding/list-matching-ids";
import type { Caller } from "../../operation/caller";
import type { Understood } from "../contract/answer";
import type { Question, Scope } from "../contract/question";
import { withoutOpening } from "../question/follow-up";
import { threadOf } from "../question/thread";
import { understand } from "../question/understand";
import { isCommon, wordsOf } from "../question/words";
import { type Found, type ReadQuestion, typesOf } from "./about-documents";
import { findAsked } from "./find-asked";
import { readFollowUp } from "./read-follow-up";
import { refine } from "./refine";
import { resolve } from "./resolve";

type Input = z.output<typeof Question>;

/** Understands a question in its conversation and finds the documents that it is about. */
export async function readQuestion(caller: Caller, input: Input, now: Date): Promise<ReadQuestion> {
  const { question, scope, history } = input;
  const ids = await scopeIds(caller, scope);
  const thread = threadOf(history, now);
  const read = (said: string) => found(caller, said, scope, ids, now);
  const first = await read(thread ? withoutOpening(question) : question);
  const alone = {
    scope,
    history,
    about: [],
    context: null,
    isAmongNamed: false,
    isChosen: ids !== undefined,
  };
  if (!thread) return { ...first, ...alone };
  const followed = await readFollowUp({ question, first, thread, read, now });
  return { ...first, ...alone, ...followed };
}

/** The documents that the asker chose; undefined for all, or for more than can be named. */
async function scopeIds(
  caller: Caller,
  { documentId, documentIds, query }: Scope,
): Promise<string[] | undefined> {
  const named = documentId ? [documentId] : documentIds;
  if (!query) return named;
  const { ids } = await listMatchingIds(caller, { q: query, ...(named && { among: named }) });
  return ids ?? named;
}

async function found(
  caller: Caller,
  question: string,
  scope: Scope,
  ids: string[] | undefined,
  now: Date,
): Promise<Found> {
  const words = [...new Set(question.match(/[\p{L}\p{N}]{2,100}/gu) ?? [])].filter(
    (word) => !wordsOf(word).every(isCommon),
  );
  const guessed = understand(question, { now });
  const { documents, ownTypes } = await findAsked(caller, {
    words: words.slice(0, 60),
    types: guessed.types.flatMap(({ types }) => types),
    ...(scope.projectId && { projectId: scope.projectId }),
    ...(ids && { ids }),
  });
  const read = understand(question, { now, ownTypes });
  const isOne = ids?.length === 1;
  const first = resolve(read, documents);
  // A question to a single document is about that document, whatever it is called in the question.
  const meant = isOne ? documents : first.isNamed ? first.documents : [];
  const asked = understand(question, { now, ownTypes, about: typesOf(meant) });
  const named = resolve(asked, documents);
  const resolved = isOne ? named : await refine(caller, asked, documents, named);
  return {
    asked,
    documents,
    resolved: isOne ? { ...resolved, documents, isNamed: true } : resolved,
  };
}

/** Returns the question as it was understood, for people. */
export function understoodOf(
  { asked, resolved, isChosen }: Pick<ReadQuestion, "asked" | "resolved" | "isChosen">,
  form: Understood["form"],
  cited: readonly { documentId: string; title: string }[] = [],
): Understood {
  const isAbout = resolved.isNamed || isChosen;
  const documents = isAbout ? resolved.documents.slice(0, 20) : [];
  const types = asked.types.flatMap((mention) => mention.types.slice(0, 1));
  const query = [
    ...types.map((type) => (type.includes(" ") ? `type:"${type}"` : `type:${type}`)),
    ...(asked.days ? [`after:${asked.days.from}`, `before:${asked.days.to}`] : []),
  ];
  return {
    form,
    question: asked.question,
    documents:
      documents.length > 0 || form !== "fact"
        ? documents.map(({ id, title }) => ({ documentId: id, title }))
        : [...new Map(cited.map(({ documentId, title }) => [documentId, title]))].map(
            ([documentId, title]) => ({ documentId, title }),
          ),
    query: query.join(" "),
  };
}
