import type { BoardSection, BoardTile } from "./board-tile";

const number = (metric: string): BoardTile => ({
  id: metric,
  metrics: [metric],
  kind: "number",
});

const overTime = (metric: string, kind: "line" | "bars" = "line"): BoardTile => ({
  id: `${metric}-time`,
  metrics: [metric],
  kind,
  isOverTime: true,
});

const readyTimes: BoardTile = {
  id: "ready-times",
  metrics: ["times.ready-median", "times.ready-slowest"],
  kind: "line",
  isOverTime: true,
  title: "readyTimes",
};
const byType: BoardTile = {
  id: "by-type",
  metrics: ["documents.received"],
  kind: "stacked",
  isOverTime: true,
  by: "type",
  title: "byType",
};
const byStatus: BoardTile = {
  id: "by-status",
  metrics: ["documents.received"],
  kind: "bars",
  by: "status",
  title: "byStatus",
};
const costByModel: BoardTile = {
  id: "cost-by-model",
  metrics: ["cost.calls"],
  kind: "stacked",
  isOverTime: true,
  by: "model",
  title: "byModel",
  isForAdmins: true,
};
const forAdmins = (tile: BoardTile): BoardTile => ({ ...tile, isForAdmins: true });

/** The figures of a project's page. Members see those of the documents that they may see; cost is for owners and admins. */
export const projectBoard: readonly BoardSection[] = [
  {
    name: "documents",
    tiles: [
      number("documents.received"),
      number("documents.ready"),
      number("documents.failed"),
      number("quality.review-waiting"),
      number("documents.pages"),
      number("documents.cited"),
      byType,
      byStatus,
    ],
  },
  { name: "times", tiles: [readyTimes] },
  {
    name: "quality",
    tiles: [
      overTime("quality.confidence"),
      overTime("quality.changed-share"),
      overTime("quality.labels", "bars"),
    ],
  },
  {
    name: "people",
    tiles: [
      { id: "deeds", metrics: ["people.deeds"], kind: "bars", by: "feature" },
      overTime("questions.citing", "bars"),
    ],
  },
  {
    name: "cost",
    tiles: [
      forAdmins(number("cost.understanding")),
      forAdmins(number("cost.understanding-unknown")),
      costByModel,
    ],
  },
];

/** The figures of a workspace, for its owners and admins. */
export const workspaceBoard: readonly BoardSection[] = [
  {
    name: "documents",
    tiles: [
      number("documents.received"),
      number("documents.ready"),
      number("documents.failed-share"),
      number("documents.held"),
      byType,
      {
        id: "by-source",
        metrics: ["documents.received"],
        kind: "bars",
        by: "source",
        title: "bySource",
      },
      {
        id: "by-language",
        metrics: ["documents.received"],
        kind: "bars",
        by: "language",
        title: "byLanguage",
      },
      {
        id: "ways-of-documents",
        metrics: [
          "funnel.uploaded",
          "funnel.read",
          "funnel.understood",
          "funnel.indexed",
          "funnel.opened",
          "funnel.cited",
        ],
        kind: "funnel",
        title: "waysOfDocuments",
      },
    ],
  },
  {
    name: "people",
    tiles: [
      number("people.members"),
      number("people.active-share"),
      number("people.returned-share"),
      number("journey.time-to-answer"),
      overTime("people.active"),
      {
        id: "by-feature",
        metrics: ["people.active"],
        kind: "bars",
        by: "feature",
        title: "byFeature",
      },
      {
        id: "ways-of-people",
        metrics: [
          "journey.joined",
          "journey.uploaded",
          "journey.ready",
          "journey.asked",
          "journey.answered",
        ],
        kind: "funnel",
        title: "waysOfPeople",
      },
    ],
  },
  {
    name: "questions",
    tiles: [
      overTime("search.searches", "bars"),
      overTime("questions.asked", "bars"),
      overTime("search.empty-share"),
      overTime("questions.declined-share"),
      {
        id: "thumbs",
        metrics: ["questions.rated"],
        kind: "bars",
        by: "outcome",
        title: "thumbs",
      },
      number("questions.helpful-share"),
    ],
  },
  {
    name: "quality",
    tiles: [
      overTime("quality.confidence"),
      overTime("quality.changed-share"),
      {
        id: "quality-by-type",
        metrics: ["quality.changed-share"],
        kind: "bars",
        by: "type",
        title: "qualityByType",
      },
      overTime("quality.abstained-share"),
      readyTimes,
    ],
  },
  {
    name: "cost",
    tiles: [
      number("cost.calls"),
      number("cost.calls-unknown"),
      costByModel,
      {
        id: "cost-by-type",
        metrics: ["cost.understanding"],
        kind: "bars",
        by: "type",
        title: "costByType",
      },
    ],
  },
];

/** Returns the sections that somebody sees, without empty ones. */
export function sectionsFor(
  sections: readonly BoardSection[],
  isAdmin: boolean,
): readonly BoardSection[] {
  return sections
    .map((section) => ({
      ...section,
      tiles: section.tiles.filter(({ isForAdmins = false }) => isAdmin || !isForAdmins),
    }))
    .filter(({ tiles }) => tiles.length > 0);
}
