import type { z } from "zod";
import { listMatchingIds } from "../../documents/finding/list-matching-ids";
import type { Caller } from "../../operation/caller";
import type { Understood } from "../contract/answer";
import type { Question, Scope } from "../contract/question";
import { isElliptic, linkOf, withoutOpening } from "../question/follow-up";
import { type Asked, openWords, understand } from "../question/understand";
import { isCommon, wordsOf } from "../question/words";
import { findAsked, type NamedDocument } from "./find-asked";
import { refine } from "./refine";
import { type Resolved, resolve } from "./resolve";

type Input = z.output<typeof Question>;

/** A question with the documents that it is about. */
export type ReadQuestion = {
  asked: Asked;
  resolved: Resolved;
  scope: Scope;
  /** Every document of the scope, to find amendments in. */
  documents: readonly NamedDocument[];
  /** True if documents were chosen before the question was asked: by the scope, or by the conversation. */
  isChosen: boolean;
  history: Input["history"];
};

/** Understands a question in its conversation and finds the documents that it is about. */
export async function readQuestion(caller: Caller, input: Input, now: Date): Promise<ReadQuestion> {
  const { question, scope, history } = input;
  const ids = await scopeIds(caller, scope);
  const previous = history.at(-1);
  const link = previous ? linkOf(question) : null;
  const own = withoutOpening(question);

  const first = await found(caller, link ? own : question, scope, ids, now);
  const isNew =
    !link ||
    (link === "points" && isOfAType(first.asked)) ||
    (first.resolved.isNamed && !isElliptic(question));
  if (!previous || isNew) return { ...first, scope, history, isChosen: ids !== undefined };

  const asked = continued(first.asked, previous.question, question, now, first.resolved.isNamed);
  if (first.resolved.isNamed) {
    const resolved = { ...first.resolved, unexplained: [] };
    return { asked, resolved, documents: first.documents, scope, history, isChosen: true };
  }
  const before = new Set(previous.documentIds);
  const kept = first.documents.filter(({ id }) => before.has(id));
  // A thread about everything goes on about everything, with the words of the question before.
  if (kept.length === 0)
    return {
      ...(await found(caller, asked.question, scope, ids, now)),
      scope,
      history,
      isChosen: false,
    };
  const about = understand(own, { now, about: typesOf(kept) });
  const parts = asked.parts.some(({ fields }) => fields.length > 0) ? asked.parts : about.parts;
  const followed = { ...asked, parts };
  const names = resolve(followed, kept);
  const resolved = { documents: kept, isNamed: true, unexplained: names.unexplained };
  return { asked: followed, resolved, documents: first.documents, scope, history, isChosen: true };
}

/** "All invoices with their totals" names what "their" points to. */
function isOfAType({ form, types }: Asked): boolean {
  return types.length > 0 && (form === "list" || form === "count" || form === "sum");
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
) {
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

/** The types of the documents; none if they have many. */
function typesOf(documents: readonly NamedDocument[]): string[] {
  const types = [...new Set(documents.flatMap(({ type }) => (type ? [type] : [])))];
  return types.length <= 2 ? types : [];
}

/** Takes from the question before what a follow-up leaves out: "and in 2025?" asks the same of other days. */
function continued(own: Asked, before: string, said: string, now: Date, isNamed: boolean): Asked {
  if (!isElliptic(said)) return own;
  const earlier = understand(before, { now });
  const asksAnother =
    own.parts.some(({ fields }) => fields.length > 0) ||
    (!isNamed && !own.days && openWords(own).length > 0);
  if (asksAnother) return own;
  return {
    ...own,
    question: `${withoutEnd(before)} ${own.question}`,
    form: earlier.form,
    fold: earlier.fold,
    parts: earlier.parts,
    types: own.types.length > 0 ? own.types : earlier.types,
    outline: earlier.outline,
  };
}

function withoutEnd(question: string): string {
  return question.trim().replace(/[?.!]+$/, "");
}

/** Returns the question as it was understood, for people. */
export function understoodOf(
  { asked, resolved, isChosen }: ReadQuestion,
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
