import type { EntityKind } from "../../ai";

/** One mention of an entity, before mentions of the same entity are grouped. */
export type Found = {
  kind: EntityKind;
  start: number;
  end: number;
  confidence: number;
  normalised?: string;
};
