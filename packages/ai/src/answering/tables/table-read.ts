/** A question and tables that may answer it. Each row has as many cells as there are columns. */
export type TablesInput = {
  question: string;
  tables: readonly {
    title: string;
    columns: readonly string[];
    rows: readonly (readonly string[])[];
  }[];
};

/**
 * The cells of a table that answer a question. `table` and `rows` are indices. `column` holds what is asked for, `name` is the column that names the
 * rows, `beside` are other columns with words of the question. With `sum` the cells are added, with `count` the rows are counted. `score` is from 0 to 1 and not calibrated.
 */
export type TableRead = {
  table: number;
  rows: number[];
  column: number | null;
  name: number;
  beside: number[];
  how: "cell" | "list" | "count" | "sum";
  /** The sum of the cells; null if they are not added. */
  total: number | null;
  score: number;
};
