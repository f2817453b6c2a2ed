import { z } from "zod";
import { principals } from "../access/policy";
import { findSummaries } from "../documents/find-summaries";
import { documentId, projectId } from "../ids";
import { type Language, languages } from "../language";
import type { Caller } from "../operation/caller";
import { flow } from "../operation/flow";
import { answerAsked } from "./answer-asked";
import { type Candidate, candidatesOf, ofDocument } from "./compose/candidates";
import { findAsked } from "./find/find-asked";
import { findFacts } from "./find/find-facts";
import { readQuestion } from "./find/read-question";

const KEPT_SECONDS = 600;
const MOST_READ = 200;
const Suggestion = z.object({ question: z.string(), documentIds: z.array(z.string()) });

/** Returns questions that the documents answer: each was answered from their facts before it is offered. None where there are no documents. */
export const suggestQuestions = flow("answers.suggest-questions", {
  title: "Suggest questions that the documents answer",
  permission: "document.ask",
  input: z.object({
    documentId: documentId.optional(),
    projectId: projectId.optional(),
    /** The language of the questions. */
    language: z.enum(languages).default("en"),
    limit: z.number().int().min(1).max(10).default(3),
  }),
  output: z.object({ items: z.array(z.object({ question: z.string() })) }),
  doors: ["web"],
  uses: ["cache"],
  audit: { notAudited: "It reads; questions that are asked leave a row." },

  async handle({ caller, cache, actor, workspaceId, clock }, { limit, language, ...scope }) {
    const key = [
      "questions",
      language,
      workspaceId,
      ...principals(actor),
      scope.documentId,
      scope.projectId,
    ].join("/");
    const kept = await cache.getOrSet(
      key,
      () => answeredOf(caller, { scope, language }, clock()),
      KEPT_SECONDS,
    );
    const seen = await seenAmong(
      caller,
      kept.flatMap(({ documentIds }) => documentIds),
    );
    // Rights may have changed since: a question whose documents are out of sight is not shown.
    const items = kept.filter(({ documentIds }) => documentIds.every((id) => seen.has(id)));
    return { items: items.slice(0, limit).map(({ question }) => ({ question })) };
  },
});

type Wished = { scope: Scope; language: Language };
type Scope = { documentId?: string | undefined; projectId?: string | undefined };

async function answeredOf(
  caller: Caller,
  { scope, language }: Wished,
  now: Date,
): Promise<z.infer<typeof Suggestion>[]> {
  const answered = [];
  for (const candidate of await candidates(caller, { scope, language })) {
    const input = { question: candidate.question, scope: defined(scope), history: [] };
    const answer = await answerAsked(caller, await readQuestion(caller, input, now));
    if (answer && answer.rest.length === 0 && answer.done.citations.length > 0)
      answered.push({ question: candidate.question, documentIds: answer.done.read ?? [] });
  }
  return answered;
}

async function candidates(caller: Caller, { scope, language }: Wished): Promise<Candidate[]> {
  const { documents } = await findAsked(caller, {
    words: [],
    types: [],
    ...(scope.projectId && { projectId: scope.projectId }),
    ...(scope.documentId && { ids: [scope.documentId] }),
  });
  const newest = documents.slice(0, MOST_READ);
  if (newest.length === 0) return [];
  const facts = await findFacts(caller, { ids: newest.map(({ id }) => id) });
  return scope.documentId
    ? ofDocument(newest[0]?.type ?? null, facts, language)
    : candidatesOf(newest, facts, language);
}

function defined({ documentId: document, projectId: project }: Scope) {
  return { ...(document && { documentId: document }), ...(project && { projectId: project }) };
}

async function seenAmong(caller: Caller, ids: readonly string[]): Promise<Set<string>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Set();
  const seen = await findSummaries(caller, { ids: unique });
  return new Set(seen.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id));
}
