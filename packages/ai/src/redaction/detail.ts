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

/** A detail that is known before the texts are read, such as a person of the document. */
export type KnownDetail = {
  kind: RedactionKind;
  text: string;
  /** True if a text may have it as a whole only: of a person of another document, the last name alone may be a word. */
  isWhole?: boolean;
};
