import type { Outputs } from "@besunny/api/browser/outputs";
import { createSerializer, parseAsArrayOf, parseAsString } from "nuqs";

/** The documents that a question is about; empty means all that the asker may see. */
export type Scope = Outputs["conversations"]["get"]["scope"];

/** The documents of a new conversation as its address names them, with a question that is asked at once. */
export const askParsers = {
  q: parseAsString.withDefault(""),
  projectId: parseAsString,
  documentId: parseAsString,
  documentIds: parseAsArrayOf(parseAsString),
  query: parseAsString,
};

const askQuery = createSerializer(askParsers);

/** Returns the address at which a person asks about these documents. */
export function askHref(scope: Scope, q = ""): string {
  const { projectId, documentId, documentIds, query } = scope;
  return askQuery("/ask", {
    q: q || null,
    projectId: projectId ?? null,
    documentId: documentId ?? null,
    documentIds: documentIds ?? null,
    query: query ?? null,
  });
}

type Named = { [Name in keyof Scope]: Scope[Name] | null };

/** Returns the scope without the parts that are not set. */
export function scopeFrom({ projectId, documentId, documentIds, query }: Named): Scope {
  return {
    ...(projectId ? { projectId } : {}),
    ...(documentId ? { documentId } : {}),
    ...(documentIds?.length ? { documentIds } : {}),
    ...(query ? { query } : {}),
  };
}
