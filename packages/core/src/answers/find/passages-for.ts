import type { Caller } from "../../operation/caller";
import { findPassages } from "../../search/find-passages";
import type { ReadQuestion } from "./about-documents";
import type { ReadPassage } from "./find-text";

/** A passage with its document, as it is read for an answer. */
export type FoundText = ReadPassage & { title: string };

/** Documents that a question may name for its passages to be looked for in them alone. */
const MOST_NAMED = 12;
const MOST_SCOPE = 500;

/** Returns passages for a question: of the documents that it names, or of its scope. */
export async function passagesFor(
  caller: Caller,
  question: ReadQuestion,
  limit: number,
  signal?: AbortSignal,
): Promise<FoundText[]> {
  const { asked } = question;
  return search(
    caller,
    asked.question,
    { ...scopeOf(question), ...namedOf(question) },
    limit,
    signal,
  );
}

/** Returns the documents that a question names, as a filter; nothing if it names none or too many. */
export function namedOf({ resolved }: ReadQuestion): { documentIds?: string[] } {
  const ids = resolved.documents.map(({ id }) => id);
  return resolved.isNamed && ids.length > 0 && ids.length <= MOST_NAMED ? { documentIds: ids } : {};
}

/** Returns the scope of a question as a filter of the search. */
export function scopeOf({ scope }: ReadQuestion) {
  return {
    ...(scope.projectId && { projectId: scope.projectId }),
    ...(scope.query && { within: scope.query }),
    ...(scope.documentId
      ? { documentIds: [scope.documentId] }
      : scope.documentIds && { documentIds: scope.documentIds.slice(0, MOST_SCOPE) }),
  };
}

/** Returns the best passages of the documents that a filter leaves. */
export async function search(
  caller: Caller,
  q: string,
  filter: { projectId?: string; documentIds?: string[]; within?: string },
  limit: number,
  signal?: AbortSignal,
): Promise<FoundText[]> {
  const { items } = await findPassages(caller, { q, isPlain: true, ...filter, limit }, signal);
  return items.map(({ document, passage }) => ({
    documentId: document.id,
    title: document.title,
    number: passage.number,
    text: passage.text,
    page: passage.page,
    start: passage.span[0],
    headingPath: passage.headingPath,
    at: passage.at,
  }));
}
