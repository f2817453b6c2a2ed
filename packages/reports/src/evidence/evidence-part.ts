/** A part of an evidence pack: rows of one named query, and the controls that they are evidence for. */
export type EvidencePart = {
  name: string;
  title: string;
  controls: string[];
  columns: string[];
  rows: string[][];
  query: string;
  /** The time at which it was read. */
  at: string;
  note: string | null;
};
