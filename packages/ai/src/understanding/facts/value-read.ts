import type { FactProblem } from "../../ai";

/** A value read at a place of a text; `start` and `end` count from the start of that text. */
export type ValueRead = {
  start: number;
  end: number;
  value: string;
  normalised?: string;
  confidence: number;
  problems?: FactProblem[];
};
