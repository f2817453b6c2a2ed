/** All that the file of an invoice says, in words. */
export type Statement = {
  title: string;
  about: string;
  facts: readonly (readonly [string, string])[];
  columns: readonly string[];
  /** One cell for each column. A part explains the row before it. */
  rows: readonly { cells: readonly string[]; isPart: boolean }[];
  total: readonly [string, string];
  note: string;
};
