import type { Dimension } from "@besunny/api/browser/figures";

/** A tile of a page of figures: one question, and how its answer is drawn. */
export type BoardTile = {
  id: string;
  /** More than one: figures of one unit beside each other. */
  metrics: readonly [string, ...string[]];
  kind: "number" | "line" | "bars" | "stacked" | "funnel";
  isOverTime?: boolean;
  by?: Dimension;
  /** For owners and admins alone. */
  isForAdmins?: boolean;
  /** Another title than that of its figure: a name in the texts of figures. */
  title?: BoardTitle;
};

export const boardTitles = [
  "byType",
  "byStatus",
  "bySource",
  "byLanguage",
  "byFeature",
  "byModel",
  "readyTimes",
  "waysOfDocuments",
  "waysOfPeople",
  "thumbs",
  "costByType",
  "qualityByType",
] as const;
export type BoardTitle = (typeof boardTitles)[number];

export type BoardSection = {
  name: "documents" | "times" | "quality" | "people" | "questions" | "cost";
  tiles: readonly BoardTile[];
};
