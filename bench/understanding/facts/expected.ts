/** The truth about one document. For a field with several values each entry is one of them; ` | ` parts other ways to write a value. */
export type ExpectedFacts = {
  /** The name of the type, whose card is asked for. */
  type: string;
  fields: Record<string, string[]>;
};

/** A document of a set: a file, or lines with their places that were read already. */
export type FactCase = {
  name: string;
  path: string;
  expected: ExpectedFacts;
  lines?: { text: string; box: [number, number, number, number] }[];
};
