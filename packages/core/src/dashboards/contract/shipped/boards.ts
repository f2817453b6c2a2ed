import type { Sketch } from "./laid-out";

/** The tiles of a shipped dashboard; those of `acrossWorkspaces` only where figures are of all workspaces. */
export type Board = {
  key: string;
  title: string;
  description: string;
  tiles: readonly Sketch[];
  acrossWorkspaces?: readonly Sketch[];
};

const funnel = [
  "funnel.uploaded",
  "funnel.read",
  "funnel.understood",
  "funnel.indexed",
  "funnel.opened",
  "funnel.cited",
];

/** The dashboards that come with the product, in the order of the library. */
export const boards: readonly Board[] = [
  {
    key: "overview",
    title: "Overview",
    description: "Documents that came in and what became of them, with their times and costs.",
    tiles: [
      { metrics: "documents.received" },
      { metrics: "documents.ready" },
      { metrics: "documents.failed" },
      { metrics: "queue.length" },
      {
        metrics: "documents.received",
        kind: "stacked",
        by: "status",
        title: "Documents by status",
      },
      { metrics: "documents.received", kind: "bars", by: "type", title: "Documents by type" },
      {
        metrics: ["times.ready-median", "times.ready-slowest"],
        kind: "line",
        title: "Time until documents are ready",
      },
      { metrics: "documents.failed", kind: "bars", by: "failure", title: "Failures by reason" },
      { metrics: "cost.calls" },
      { metrics: "quality.review-waiting" },
      { metrics: "search.searches" },
      { metrics: "questions.asked" },
    ],
    acrossWorkspaces: [
      {
        metrics: "documents.received",
        kind: "bars",
        by: "workspace",
        title: "Documents by workspace",
        size: [12, 5],
      },
    ],
  },
  {
    key: "volume",
    title: "Volume and funnel",
    description:
      "Documents by type, format and source, and their way from the upload to an answer that cites them.",
    tiles: [
      { metrics: "documents.received" },
      { metrics: "documents.pages" },
      { metrics: "documents.bytes" },
      { metrics: "documents.failed-share" },
      { metrics: funnel, kind: "funnel", title: "From upload to cited" },
      {
        metrics: "documents.received",
        kind: "stacked",
        by: "type",
        title: "Documents by type",
        limit: 7,
      },
      { metrics: "documents.received", kind: "bars", by: "format", title: "Documents by format" },
      { metrics: "documents.received", kind: "bars", by: "source", title: "Documents by source" },
      {
        metrics: "documents.received",
        kind: "bars",
        by: "language",
        title: "Documents by language",
      },
      {
        metrics: "documents.received",
        kind: "table",
        by: ["type", "status"],
        title: "Type and status",
        limit: 50,
      },
    ],
  },
  {
    key: "latency",
    title: "Latency",
    description: "The times that documents, stages, calls, searches and answers take.",
    tiles: [
      { metrics: "times.ready-median" },
      { metrics: "times.ready-slowest" },
      { metrics: "search.slowest" },
      { metrics: "questions.slowest" },
      {
        metrics: ["times.ready-median", "times.ready-slowest"],
        kind: "line",
        title: "Time until documents are ready",
      },
      { metrics: "times.stage-slowest", kind: "bars", by: "stage", title: "Slowest stages" },
      { metrics: "times.stage-slowest", kind: "line", by: "stage", title: "Stages over time" },
      { metrics: "times.call-slowest", kind: "bars", by: "model", title: "Calls by model" },
      { metrics: "times.understanding-slowest", kind: "line", title: "Understanding over time" },
      {
        metrics: ["search.slowest", "questions.slowest"],
        kind: "line",
        title: "Searches and answers over time",
      },
    ],
  },
  {
    key: "queue",
    title: "Queue",
    description:
      "Documents that wait, their longest wait, and the work of the stages of processing.",
    tiles: [
      { metrics: "queue.length" },
      { metrics: "queue.oldest" },
      { metrics: "documents.unfinished" },
      { metrics: "stages.failed" },
      { metrics: "stages.finished", kind: "stacked", by: "stage", title: "Finished stages" },
      { metrics: "stages.failed", kind: "bars", by: "failure", title: "Failed stages by reason" },
      { metrics: "stages.repeated", kind: "line", title: "Repeated stages" },
      { metrics: "stages.finished", kind: "bars", by: "lane", title: "Live work and backfills" },
    ],
    acrossWorkspaces: [
      { metrics: "queue.length", kind: "bars", by: "workspace", title: "Queue by workspace" },
      { metrics: "outbox.waiting" },
      { metrics: "outbox.oldest" },
    ],
  },
  {
    key: "cost",
    title: "Cost",
    description:
      "The cost of outside models, by model and step, with calls whose price nobody knows.",
    tiles: [
      { metrics: "cost.calls" },
      { metrics: "cost.understanding" },
      { metrics: "cost.calls-unknown" },
      { metrics: "calls.refused" },
      { metrics: "cost.calls", kind: "stacked", by: "model", title: "Cost by model over time" },
      { metrics: "cost.calls", kind: "bars", by: "step", title: "Cost by step" },
      { metrics: ["calls.input-tokens", "calls.output-tokens"], kind: "line", title: "Tokens" },
      { metrics: "calls.made", kind: "stacked", by: "callState", title: "Calls by outcome" },
      { metrics: "calls.failed-share", kind: "line", title: "Share of failed calls" },
      { metrics: "calls.degraded", kind: "line", title: "Results by local models instead" },
    ],
    acrossWorkspaces: [
      { metrics: "cost.calls", kind: "bars", by: "workspace", title: "Cost by workspace" },
    ],
  },
  {
    key: "quality",
    title: "Quality",
    description:
      "The confidence of types, the words of people on them, and documents that wait for a review.",
    tiles: [
      { metrics: "quality.confirmed-share" },
      { metrics: "quality.corrected-share" },
      { metrics: "quality.confidence" },
      { metrics: "quality.review-waiting" },
      {
        metrics: ["quality.confirmed-share", "quality.corrected-share"],
        kind: "line",
        title: "Confirmed and corrected types",
      },
      {
        metrics: "quality.changed-share",
        kind: "bars",
        by: "type",
        title: "Changed by people, by type",
      },
      { metrics: "quality.confidence", kind: "bars", by: "type", title: "Confidence by type" },
      { metrics: "quality.abstained-share", kind: "line", title: "Share without a type" },
      { metrics: "quality.labels", kind: "stacked", by: "labelSource", title: "Labels written" },
      {
        metrics: "results.confidence",
        kind: "bars",
        by: "producer",
        title: "Confidence by producer",
      },
    ],
  },
  {
    key: "search-quality",
    title: "Search quality",
    description: "Searches that find something, and answers that help.",
    tiles: [
      { metrics: "search.searches" },
      { metrics: "search.empty-share" },
      { metrics: "search.opened-share" },
      { metrics: "search.reciprocal-rank" },
      {
        metrics: ["search.empty-share", "search.opened-share"],
        kind: "line",
        title: "Empty and opened searches",
      },
      { metrics: "search.searches", kind: "stacked", by: "searchKind", title: "Searches by kind" },
      { metrics: "questions.asked" },
      { metrics: "questions.declined-share" },
      { metrics: "questions.helpful-share" },
      { metrics: "questions.rated" },
      { metrics: "questions.declined-share", kind: "line", title: "Declined questions" },
      { metrics: "questions.asked", kind: "stacked", by: "producer", title: "Answers by producer" },
    ],
  },
  {
    key: "adoption",
    title: "Adoption",
    description:
      "People who use BeSunny, and for what. Groups of fewer than five people are kept back.",
    tiles: [
      { metrics: "people.active" },
      { metrics: "people.uploading" },
      { metrics: "people.searching" },
      { metrics: "people.asking" },
      { metrics: "people.active", kind: "line", title: "Active people over time" },
      { metrics: "people.actions", kind: "bars", by: "feature", title: "What people do" },
      {
        metrics: ["people.uploading", "people.searching", "people.asking", "people.correcting"],
        kind: "line",
        title: "People by what they do",
        size: [12, 5],
      },
    ],
  },
  {
    key: "trust",
    title: "Trust",
    description:
      "Refusals, deletions, texts that were kept from leaving, and documents with personal details.",
    tiles: [
      { metrics: "trust.refusals" },
      { metrics: "trust.deletions" },
      { metrics: "trust.calls-withheld" },
      { metrics: "trust.results-withheld" },
      { metrics: "trust.refusals", kind: "line", title: "Refused calls over time" },
      {
        metrics: "trust.refusals",
        kind: "bars",
        by: "feature",
        title: "Refused calls by operation",
      },
      {
        metrics: "documents.personal",
        kind: "bars",
        by: "type",
        title: "Personal details by type",
      },
      { metrics: "trust.changes", kind: "bars", by: "outcome", title: "Audit log by outcome" },
      { metrics: "storage.held" },
      { metrics: "documents.trash" },
    ],
  },
];
