import type { World } from "../world";
import { by, byJob, type Example, makesRow, none, ready } from "./example";

const view = async ({ aView }: World) => ({ id: await aView() });
const entity = async ({ anEntity }: World) => ({ id: await anEntity() });

export const findingExamples: Record<string, Example> = {
  "analytics.list-empty-queries": by(none),
  "analytics.list-replayable": by(none),
  "analytics.record-click": by(async ({ ready: documentId, aSearch }) => ({
    id: await aSearch(),
    documentId,
    rank: 1,
  })),
  "analytics.record-search": by(({ newName }) => ({
    kind: "search",
    words: newName(),
    results: 1,
    tookMs: 5,
  })),
  "analytics.replay-searches": by(({ ready: documentId }) => ({
    searches: [{ words: "tenant", documentId }],
    settings: { meaning: 0.3 },
  })),
  "answers.ask-question": by(({ ready: documentId }) => ({
    question: "Who pays the rent on Monday?",
    scope: { documentId },
  })),
  "answers.preview-question": by(({ ready: documentId }) => ({
    question: "Who pays the rent on Monday?",
    scope: { documentId },
  })),
  "answers.suggest-questions": by(none),
  "conversations.ask-in-conversation": by(async ({ aConversation, marker }) => ({
    id: (await aConversation()).id,
    question: `Who pays the rent to ${marker}?`,
  })),
  "conversations.change-conversation": by(async ({ aConversation }) => ({
    id: (await aConversation()).id,
    isShared: true,
  })),
  "conversations.delete-conversation": by(
    async ({ aConversation }) => ({ id: (await aConversation()).id }),
    "The rows are gone, with what they said.",
  ),
  "conversations.get-conversation": by(async ({ aConversation }) => ({
    id: (await aConversation()).id,
  })),
  "conversations.list-conversations": by(none),
  "conversations.rate-answer": by(async ({ aConversation }) => ({
    ...(await aConversation()),
    isHelpful: true,
  })),
  "conversations.start-conversation": by(({ newName }) => ({ title: newName() }), makesRow),
  "entities.get-entity": by(entity),
  "entities.list-document-entities": by(ready),
  "entities.list-entities": by(none),
  "entities.list-entity-documents": by(entity),
  "entities.merge-entities": by(async ({ anEntity }) => ({
    id: await anEntity(),
    intoId: await anEntity(),
  })),
  "entities.split-entity": by(async ({ aMergedEntity }) => ({ id: await aMergedEntity() })),
  "search.compare-generations": byJob("run-schedule", none),
  "search.empty-index": byJob("run-schedule", none),
  "search.fill-index": byJob("run-schedule", () => ({ after: "" })),
  "search.compare-index": byJob("run-schedule", () => ({ after: "" })),
  "search.find-passages": by(() => ({ q: "tenant" })),
  "analytics.search-and-record": by(() => ({ q: "tenant" })),
  "search.remove-strays": byJob("run-schedule", none),
  "search.sync-index": byJob("sync-index", ({ ready: documentId }) => ({ documentId })),
  "search.sync-index-range": byJob("sync-index", () => ({ fromSeq: 0, toSeq: 1_000_000 })),
  "search.list-duplicates": by(ready),
  "search.list-similar": by(ready),
  "views.change-view": by(async ({ aView, newName }) => ({
    id: await aView(),
    name: newName(),
    isShared: true,
  })),
  "views.create-view": by(({ newName }) => ({ name: newName(), query: "lease" }), makesRow),
  "views.get-library-layout": by(none),
  "views.get-view": by(view),
  "views.list-new-documents": by(view),
  "views.list-views": by(none),
  "views.remove-view": by(view),
  "views.set-library-layout": by(() => ({
    columns: ["type", "size"],
    density: "compact",
    look: "table",
  })),
  "views.set-view-habits": by(async ({ aView }) => ({ id: await aView(), isPinned: false })),
};
