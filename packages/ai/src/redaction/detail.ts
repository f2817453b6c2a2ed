import type { RedactionKind } from "@besunny/document-model/statements/redaction-kinds";

/** A detail at a place of a text; the end is exclusive. Details of one kind and group are the same person or value. */
export type Detail = { kind: RedactionKind; start: number; end: number; group: string };

/** The findings of the detectors. */
export type DetailsFound = {
  /** The details of each text. They may overlap: a name may stand in an address. */
  details: Detail[][];
  /** Why some text could not be read by every detector, as sentences for people. Empty if all is well. */
  problems: string[];
};
