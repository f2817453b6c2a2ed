import type { EntityKind } from "../../ai";

/** An entity where it stands, before mentions of the same one are put together. */
export type Found = {
  kind: EntityKind;
  start: number;
  end: number;
  confidence: number;
  normalised?: string;
};
