import type { Schemas } from "@qdrant/js-client-rest";

import type { IndexScope } from "../index-scope";
import type { PassageFilter, WordConditions } from "../passage-index";
import { phraseRows } from "./passage-words";

export type Filter = { must: Schemas["Condition"][]; must_not?: Schemas["Condition"][] };

/** Puts workspace and principals at the root of every filter, from which Qdrant applies them to every leg. */
export function within(scope: IndexScope, filter: PassageFilter = {}): Filter {
  const { projectId, documentIds, type, language, status, from, to } = filter;
  const equal = (key: string, value: string | undefined) =>
    value === undefined ? [] : [valued(key, value)];
  const must: Schemas["Condition"][] = [
    valued("workspace_id", scope.workspaceId),
    { key: "access", match: { any: [...scope.principals] } },
    ...equal("project_ids", projectId),
    ...equal("type", type),
    ...equal("language", language),
    ...equal("status", status),
  ];
  if (documentIds) must.push({ key: "document_id", match: { any: documentIds } });
  if (from !== undefined || to !== undefined)
    must.push({
      key: "created_at",
      range: {
        ...(from !== undefined && { gte: new Date(from).toISOString() }),
        ...(to !== undefined && { lte: new Date(to).toISOString() }),
      },
    });
  return { must };
}

/** Adds the conditions on words to a filter. */
export function withWords(
  { must, must_not = [] }: Filter,
  { phrases = [], without = [] }: WordConditions,
  languages: readonly (string | null)[],
): Filter {
  const matching = (phrase: string) =>
    phraseRows(phrase, languages).map((row) => ({ key: "row", match: { phrase: row } }));
  const wanted = phrases.map(matching).filter((ways) => ways.length > 0);
  const unwanted = [...must_not, ...without.flatMap(matching)];
  return {
    must: [...must, ...wanted.map((should) => ({ should }))],
    ...(unwanted.length > 0 && { must_not: unwanted }),
  };
}

export function ofDocument(workspaceId: string, documentId: string) {
  return [valued("workspace_id", workspaceId), valued("document_id", documentId)];
}

function valued(key: string, value: string) {
  return { key, match: { value } };
}
