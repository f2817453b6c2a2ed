import { findPassages } from "../../src/search/find-passages";
import type { Office, Paper, Person } from "./office";

type Input = Record<string, unknown>;

/** The documents that the person may see now, as the test knows it. */
export type Seen = { person: Person; visible: readonly Paper[]; hidden: readonly Paper[] };

/**
 * Calls of a reading operation, each of which is made as people who see different documents. `about` makes one call for a document: for a
 * hidden one it must be refused as if there were none. `all` makes calls about everything. `counts` returns an amount that the output shows,
 * and what it must be.
 */
export type Probe = {
  about?(paper: Paper, office: Office): Input;
  all?(office: Office, seen: Seen): Input[];
  counts?(output: never, seen: Seen): { shown: number; right: number }[];
};

const about: Probe = { about: ({ id }) => ({ id }) };
const lists: Probe = { all: () => [{}] };
const received = {
  metric: "documents.received",
  from: "2020-01-01T00:00:00Z",
  to: "2040-01-01T00:00:00Z",
};
const ofBatches: Probe = { all: ({ batches }) => batches.map((id) => ({ id })) };
const untrashed = ({ visible }: Seen) => visible.filter(({ isTrashed }) => !isTrashed);
const sumOf = (counted: readonly { count: number }[]) =>
  counted.reduce((sum, { count }) => sum + count, 0);
/** Words of every document, words of a hidden one, and words of a visible one. */
const questions = ({ hidden, visible }: Seen) => [
  "who pays the rent to the landlord on Monday",
  ...[...hidden.slice(0, 2), ...visible.slice(0, 1)].map(({ marker }) => `${marker} rent`),
];

/** Every reading operation of a workspace that shows documents or what is made of them. */
export const probes: Record<string, Probe> = {
  "analytics.replay-searches": {
    all: (_office, seen) => [
      { searches: questions(seen).map((words) => ({ words })), settings: { meaning: 0.2 } },
    ],
  },
  "analytics.search-and-record": {
    all: (_office, seen) => questions(seen).map((q) => ({ q, limit: 100 })),
  },
  "privacy.list-held": lists,
  "audit.get-document-history": about,
  "sensitivity.get-sensitivity": about,
  "batches.count-earlier-readings": lists,
  "batches.get-batch": ofBatches,
  "batches.list-batch-documents": ofBatches,
  "batches.list-batches": lists,
  "batches.report-batch": ofBatches,
  "costs.list-degraded": lists,
  "costs.list-document-places": about,
  "content.find-parsed-document": about,
  "content.get-content": about,
  "content.get-drawn-pages": about,
  "content.get-html": about,
  "content.find-on-pages": { about: ({ id }) => ({ id, spans: [[0, 5]] }) },
  "content.get-mail-page": about,
  "documents.list-thread": about,
  "content.get-page": { about: ({ id }) => ({ id, page: 1 }) },
  "content.get-page-image": { about: ({ id }) => ({ id, page: 1 }) },
  "content.get-picture": { about: ({ id }) => ({ id, picture: "a".repeat(64) }) },
  "content.get-reading-report": about,
  "content.get-table": { about: ({ id }) => ({ id, table: "b1" }) },
  "content.get-text": about,
  "content.list-tables": about,
  "documents.count-documents": {
    all: ({ folders }) => [{}, ...[...folders.keys()].map((projectId) => ({ projectId }))],
  },
  "documents.download-documents": { about: ({ id }) => ({ ids: [id] }) },
  "documents.compare-versions": { about: ({ id }) => ({ id, from: 1, to: 1 }) },
  "documents.explain-access": about,
  "documents.export-list": {
    all: (_office, { hidden }) => [{}, ...hidden.slice(0, 1).map(({ marker }) => ({ q: marker }))],
  },
  "documents.get-document": about,
  "documents.list-documents": {
    all: ({ folders }, { hidden, visible }) => [
      { limit: 200 },
      { limit: 200, trashed: true },
      { limit: 200, sort: "title" },
      ...[...folders.keys()].map((projectId) => ({ projectId })),
      ...[...hidden.slice(0, 2), ...visible.slice(0, 1)].map(({ marker }) => ({ q: marker })),
    ],
  },
  "documents.list-due": { all: () => [{ from: "2026-01-01", days: 366 }] },
  "documents.list-to-review": { all: () => [{ below: 1, limit: 200 }] },
  "documents.watch-documents": {
    all: (_office, { hidden }) => [
      { after: 0 },
      ...hidden.slice(0, 1).map(({ id }) => ({ after: 0, documentId: id })),
    ],
  },
  "entities.list-document-entities": about,
  "entities.list-entities": {
    all: (_office, { hidden }) => [
      { limit: 200 },
      ...hidden.slice(0, 2).map(({ marker }) => ({ q: marker })),
    ],
    counts(output: { items: { name: string; documentCount: number }[] }, seen) {
      const shared = output.items.find(({ name }) => name === "Ada Lovelace");
      return shared ? [{ shown: shared.documentCount, right: untrashed(seen).length }] : [];
    },
  },
  "actions.count-actions": {
    all: () => [{}],
    counts: (output: { drafts: number }, seen) => [
      { shown: output.drafts, right: untrashed(seen).length },
    ],
  },
  "actions.list-actions": {
    all: ({ folders }, { hidden }) => [
      { limit: 200 },
      ...[...folders.keys()].map((projectId) => ({ projectId })),
      ...hidden.slice(0, 2).map(({ marker }) => ({ words: marker })),
      ...hidden.slice(0, 2).map(({ meetingId }) => ({ meetingId })),
    ],
  },
  "actions.list-likely-same": { about: ({ actionId: id }) => ({ id }) },
  "decisions.list-decisions": {
    all: ({ folders }, { hidden }) => [
      { limit: 200 },
      ...[...folders.keys()].map((projectId) => ({ projectId })),
      ...hidden.slice(0, 2).map(({ marker }) => ({ words: marker })),
    ],
  },
  "meetings.get-meeting": { about: ({ meetingId: id }) => ({ id }) },
  "meetings.list-links": { about: ({ meetingId: id }) => ({ id }) },
  "meetings.list-of-document": { about: ({ id }) => ({ id }) },
  "meetings.get-transcript": { about: ({ meetingId: id }) => ({ id }) },
  "meetings.list-meetings": {
    all: ({ folders }, { hidden }) => [
      { limit: 200 },
      ...[...folders.keys()].map((projectId) => ({ projectId })),
      ...hidden.slice(0, 2).map(({ marker }) => ({ words: marker })),
    ],
    counts: (output: { items: unknown[] }, seen) =>
      output.items.length > 0
        ? [{ shown: Math.max(0, output.items.length - untrashed(seen).length), right: 0 }]
        : [],
  },
  "metrics.drill-metric": {
    all: (_office, { hidden }) => [
      { query: { ...received, breakOuts: ["document"] }, limit: 200 },
      ...hidden.slice(0, 1).map(({ id }) => ({
        query: { ...received, filters: [{ dimension: "document", values: [id] }] },
      })),
    ],
    counts: (output: { items: unknown[] }, seen) => [
      { shown: Math.max(0, output.items.length - untrashed(seen).length), right: 0 },
    ],
  },
  "metrics.read-metrics": {
    all: () => [
      { queries: [{ ...received, breakOuts: ["project", "document"], limit: 100 }] },
      { queries: [{ ...received, breakOuts: ["folder", "person"], grain: "month" }] },
    ],
    counts: (output: { outcomes: { answer?: { total: number } }[] }, seen) =>
      output.outcomes.map(({ answer }) => ({
        shown: answer?.total ?? -1,
        right: untrashed(seen).length,
      })),
  },
  "metrics.list-project-rows": {
    all: ({ folders }) =>
      [...folders.keys()].map((id) => ({ id, metric: "documents.received", limit: 200 })),
  },
  "metrics.read-project-analytics": {
    all: ({ folders }) => [...folders.keys()].map((id) => ({ id, groupBy: "person" })),
    counts: (
      output: { projectId: string; figures: { metric: string; total: number | null }[] },
      seen,
    ) =>
      output.figures
        .filter(({ metric }) => metric === "documents.received")
        .map(({ total }) => ({
          shown: total ?? -1,
          right: untrashed(seen).filter(({ projects, parent }) =>
            (parent ?? { projects }).projects.has(output.projectId),
          ).length,
        })),
  },
  "processing.get-status": about,
  "processing.preview-document": about,
  "processing.get-timeline": about,
  "projects.list-projects": {
    all: () => [{ limit: 200 }],
    counts: (output: { items: { id: string; documentCount: number }[] }, seen) =>
      output.items.map(({ id, documentCount }) => ({
        shown: documentCount,
        right: untrashed(seen).filter(({ projects, parent }) =>
          (parent ?? { projects }).projects.has(id),
        ).length,
      })),
  },
  "search.list-duplicates": about,
  "search.list-similar": about,
  "sources.find-origin": { about: ({ id }) => ({ documentId: id }) },
  "sources.list-sources": lists,
  "connections.list-connections": lists,
  "tags.list-tags": lists,
  "comments.list-comments": { about: ({ id }) => ({ documentId: id }) },
  "notifications.list-notices": lists,
  "sharing.get-document-access": about,
  "sharing.list-shared-with-me": lists,
  "views.get-view": { all: ({ views }) => views.map((id) => ({ id })) },
  "views.list-new-documents": { all: ({ views }) => views.map((id) => ({ id })) },
  "views.list-views": { all: () => [{}] },
  "conversations.get-conversation": {
    all: ({ conversations }) => conversations.map((id) => ({ id })),
  },
  "conversations.list-conversations": { all: () => [{}] },
  "answers.suggest-questions": { all: () => [{}] },
  "answers.preview-question": {
    all: (_office, seen) => questions(seen).map((question) => ({ question, scope: {} })),
  },
  "answers.ask-question": {
    all: ({ folders }, seen) => [
      ...questions(seen).map((question) => ({ question, scope: {} })),
      ...[...folders.keys()].slice(0, 2).map((projectId) => ({
        question: "who pays the rent on Monday",
        scope: { projectId },
      })),
      ...seen.hidden.slice(0, 1).map(({ id }) => ({
        question: "who pays the rent",
        scope: { documentId: id },
      })),
    ],
  },
  [findPassages.name]: {
    all: ({ folders }, seen) => [
      ...questions(seen).map((q) => ({ q, limit: 100 })),
      ...[...folders.keys()].map((projectId) => ({ q: "pays the rent", limit: 100, projectId })),
      ...seen.hidden.slice(0, 1).map(({ id }) => ({ q: "pays the rent", documentId: id })),
    ],
    counts: (output: { items: unknown[]; facets: { types: { count: number }[] } }, seen) => [
      { shown: Math.max(0, sumOf(output.facets.types) - seen.visible.length), right: 0 },
    ],
  },
  "understanding.list-classifications": about,
  "models.list-labels": lists,
  "models.export-labels": lists,
  "models.list-contradictions": lists,
  "models.list-helpful": lists,
  "models.get-teaching": about,
  "documents.preview-labels": {
    all: (_office, { hidden, visible }) => [
      {
        csv: ["document,type", ...[...hidden, ...visible].map(({ id }) => `${id},memo`)].join("\n"),
      },
    ],
  },
};

/** Reading operations that show nothing of documents, each with the reason. */
export const showNothing: Record<string, string> = {
  "slack.answer-click":
    "It shows the question to whom get-approval shows it, in a message of theirs.",
  "slack.begin-installing": "It shows an address of Slack.",
  "slack.begin-linking": "It asks a person of Slack, and shows no document.",
  "slack.disconnect-slack": "It forgets a setting.",
  "slack.finish-installing": "It keeps a setting.",
  "slack.get-slack": "It shows settings.",
  "webhooks.change-webhook": "It keeps the settings of a webhook.",
  "webhooks.create-inbound-hook": "It keeps the settings of an address.",
  "webhooks.get-inbound-hook": "It shows settings.",
  "webhooks.list-inbound-deliveries":
    "It names a document only to those who see it; the test of the slice shows that.",
  "webhooks.list-inbound-hooks": "It shows settings.",
  "webhooks.receive-delivery": "It takes a document, and shows the id of the delivery.",
  "webhooks.rotate-inbound-hook": "It shows a secret that it made.",
  "webhooks.create-webhook": "It keeps the settings of a webhook.",
  "webhooks.get-message": "It shows ids to admins, and no words.",
  "webhooks.get-webhook": "It shows settings and counts.",
  "webhooks.list-messages": "It shows ids of messages, and no document.",
  "webhooks.list-webhooks": "It shows settings and counts.",
  "webhooks.rotate-secret": "It shows a secret that it made.",
  "sso.check-domain": "It looks at the DNS of a domain.",
  "sso.get-sign-in": "It shows how people sign in, and no document.",
  "sso.put-connection": "It keeps the settings of a sign-in.",
  "encryption.get-encryption": "It names keys and no document.",
  "encryption.rotate-key": "It makes a key, and shows its number.",
  "audit.verify-log": "It counts the entries of a log that its caller may read.",
  "connections.begin-connecting": "It leads to a provider.",
  "connections.connect-mailbox": "It connects an account of its caller and shows its address.",
  "connections.disconnect": "It ends an account of its caller.",
  "connections.finish-connecting": "It shows the account that its caller connected.",
  "connections.list-providers": "It says which providers are set up.",
  "connections.reconnect": "It leads to a provider.",
  "connections.test-connection": "It says how an account of its caller does.",
  "privacy.explain-keeping": "It says whether a document that its caller may see is held.",
  "privacy.list-holds":
    "It shows owners and admins the holds of their workspace, by names and numbers.",
  "privacy.pack-subject-data":
    "It shows an owner or admin documents that they see; erasure.integration.test.ts proves it.",
  "privacy.list-requests": "It shows owners and admins the requests that they recorded.",
  "privacy.list-restrictions":
    "It names documents to those who saw them before; restrictions.integration.test.ts proves it.",
  "privacy.list-rules": "It shows owners and admins rules and numbers.",
  "privacy.preview-rule":
    "It names documents that its caller sees, and no others; retention.integration.test.ts proves it.",
  "privacy.preview-erasure":
    "It shows an owner or admin documents that they see; erasure.integration.test.ts proves it.",
  "departures.get-departure": "It counts the rows of tables for an owner.",
  "exports.list-exports": "It shows an owner days and sizes.",
  "exports.open-export":
    "It opens what the owner who asked sees; exports.integration.test.ts proves it.",
  "exports.remove-export": "It shows nothing.",
  "receipts.get-receipt": "It shows ids, numbers and a signature.",
  "receipts.list-receipts": "It shows ids and days.",
  "receipts.verify-receipt": "It reads nothing but what it is given.",
  "sources.get-item": "It is a row of list-items with its folders.",
  "sources.get-source": "It is a row of list-sources.",
  "sources.list-items":
    "It shows what a source brought to its owner; sources.integration.test.ts proves that nobody else sees it.",
  "sources.list-looks": "It counts what was found at a source that its caller sees.",
  "sources.list-people":
    "It lists addresses and members for owners and admins; people.integration.test.ts proves it.",
  "sources.list-roots": "It lists what the provider shows to its caller.",
  "sources.rehearse-source": "It lists what the provider shows to its caller.",
  "sources.report-source": "It counts items of a source that its caller sees.",
  "members.get-own-data":
    "It returns what its caller wrote, in any document; conversations.integration.test.ts proves what is left out.",
  "members.get-leaving": "It counts what its caller alone sees, and names projects that they lead.",
  "automations.check-draft": "It reads what it is given, and names projects that its caller sees.",
  "automations.compare-versions": "It shows rules and no document, to their owner and to admins.",
  "automations.get-approval": "approvals.integration.test.ts proves it: it needs a question.",
  "automations.get-run": "running.integration.test.ts proves it: it needs a run.",
  "automations.list-approvals": "approvals.integration.test.ts proves it: it needs a question.",
  "automations.get-rehearsal": "It shows sums, and rehearsal.integration.test.ts proves its names.",
  "automations.list-rehearsals": "It shows sums, to the owner of the automation and to admins.",
  "automations.list-rehearsal-rows":
    "rehearsal.integration.test.ts proves it: it needs a rehearsal.",
  "automations.list-runs": "running.integration.test.ts proves it: it needs a run.",
  "automations.run-now":
    "running.integration.test.ts proves it: it needs an automation that is on.",
  "automations.undo-run": "running.integration.test.ts proves it: it needs a run.",
  "automations.get-automation": "It shows rules and no document, to their owner and to admins.",
  "automations.get-vocabulary": "It names fields, people, and projects that its caller sees.",
  "automations.list-automations": "It shows rules and no document, to their owner and to admins.",
  "automations.list-versions": "It shows rules and no document, to their owner and to admins.",
  "dashboards.list-dashboards":
    "It shows questions and no figure: those of the reader, and those that others share.",
  "dashboards.get-dashboard":
    "It shows questions and no figure: those of the reader, and those that others share.",
  "dashboards.list-dashboard-versions":
    "It shows questions and no figure: those of the reader, and those that others share.",
  "metrics.list-metrics": "It says which figures there are.",
  "forecasts.forecast-metric": "It is metrics.read-metrics over a longer range.",
  "briefs.get-brief": "A brief is its person's alone, and filtered by what they see.",
  "briefs.list-upcoming": "Briefs are their person's alone, and filtered by what they see.",
  "meetings.get-settings": "It says whether tones are wanted.",
  "meetings.get-wishes": "It says when its caller wants briefs and reminders.",
  "models.estimate-tuning": "It counts labels and says a price, for owners and admins.",
  "models.get-tuning": "It says the state of trainings, to owners and admins.",
  "models.start-tuning": "It is for owners and admins, who see every document.",
  "models.export-tuning": "It is for owners and admins, who see every document.",
  "reports.get-report-file": "It is for owners and admins, who see every document.",
  "reports.list-report-runs": "It is for owners and admins, who see every document.",
  "reports.list-reports": "It is for owners and admins, who see every document.",
  "reports.preview-report": "It is for owners and admins, who see every document.",
  "reports.preview-report-times": "It reads a calendar.",
  "views.get-library-layout": "It shows how its caller has the library shown.",
  "conversations.ask-in-conversation": "It is answers.ask-question, kept in a conversation.",
  "analytics.list-empty-queries": "It is for owners and admins, who see every document.",
  "analytics.list-replayable": "It is for owners and admins, who see every document.",
  "compliance.make-evidence": "It is for owners and admins, and names no document.",
  "looks.list-looks": "It is for owners and admins, and names no document.",
  "sensitivity.list-rules": "It is for owners and admins, who see every document.",
  "audit.export-log": "It is for owners and admins, who see every document.",
  "audit.list-watches": "It names filters and people, and no document.",
  "audit.list-audit-entries": "It is for owners and admins, who see every document.",
  "batches.list-arrived": "arrivals.integration.test.ts proves it: it needs the keys of files.",
  "disk.get-disk-state": "It says how much room there is.",
  "documents.check-upload": "It says whether a person may upload to a project.",
  "documents.count-to-review":
    "It counts what list-to-review lists; review.integration.test.ts proves it.",
  "documents.get-trash-days": "It reads a setting.",
  "entities.get-entity": "The test calls it for each entity of list-entities.",
  "entities.list-entity-documents": "The test calls it for each entity of list-entities.",
  "keys.list-all-api-keys": "It lists keys.",
  "keys.list-api-keys": "It lists keys.",
  "audit.get-project-history": "It names operations and people, and no document.",
  "usage.get-usage": "It is for owners and admins, and sums up usage.",
  "usage.list-usage-events": "It is for owners and admins, who see every document.",
  "usage.export-usage": "It is for owners and admins, and holds ids alone.",
  "billing.get-billing": "It shows plans.",
  "billing.preview-invoice": "It is for owners and admins, and sums up usage.",
  "billing.list-invoices": "It is for owners and admins, and lists sums.",
  "billing.get-invoice-file": "It is for owners and admins, and lists sums.",
  "billing.start-checkout": "It returns an address of the payment provider.",
  "billing.open-portal": "It returns an address of the payment provider.",
  "costs.get-spending": "It is for owners and admins, and sums up calls.",
  "costs.list-budgets": "It is for owners and admins, and lists budgets.",
  "costs.list-calls": "It is for owners and admins, who see every document.",
  "fields.list-fields": "It lists fields and no value of a document.",
  "fields.list-options": "It lists what a field offers, whatever documents have.",
  "groups.list-groups": "It lists groups of people.",
  "members.list-invitations": "It lists invitations.",
  "members.list-members": "It lists people.",
  "notifications.get-notice-settings": "It says how its caller is told.",
  "quality.count-issues": "It is for owners and admins, who see every document.",
  "quality.list-cleanings": "It is for owners and admins, who see every document.",
  "quality.list-issues": "It is for owners and admins, who see every document.",
  "quality.preview-cleaning": "It is for owners and admins, who see every document.",
  "onboarding.start-sample": "It names the project that it made.",
  "onboarding.remove-sample": "It counts what it deleted, for owners and admins.",
  "onboarding.get-first-steps": "It says what its caller has done.",
  "models.get-readiness": "It is for owners and admins, who see every document.",
  "models.list-trainings": "It shows figures of all documents to owners and admins.",
  "models.propose-types": "It is for owners and admins, who see every document.",
  "projects.get-project": "It is a row of list-projects.",
  "redaction.get-policy": "It shows rules and no document.",
  "redaction.get-residency": "It shows rules and servers, and no document.",
  "redaction.preview-text": "It shows the text that its caller gives.",
  "trials.compare-releases": "It is for owners and admins, who see every document.",
  "trials.get-evaluation": "It is for owners and admins, who see every document.",
  "trials.get-experiment": "It is for owners and admins, who see every document.",
  "trials.list-datasets": "It is for owners and admins, who see every document.",
  "trials.list-evaluations": "It is for owners and admins, who see every document.",
  "trials.list-experiments": "It is for owners and admins, who see every document.",
  "trials.list-releases": "It is for owners and admins, who see every document.",
  "trials.try-releases": "It is for owners and admins, who see every document.",
  "understanding.get-card": "It lists fields.",
  "understanding.list-all-types": "It is for owners and admins, who see every document.",
  "understanding.list-types": "It lists types.",
  "workspaces.list-features": "It says which features of the product are on.",
  "workspaces.get-workspace": "It shows the workspace's name and the person's role.",
};
