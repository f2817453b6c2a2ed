/** The comparison of a condition. `:` also takes ranges (`100..200`) and lists (`contract,invoice`). */
export type Comparison = ":" | ">" | ">=" | "<" | "<=";

/** A condition on documents, such as `type:contract`. `values` are alternatives, as they were written. */
export type Condition = { kind: "condition"; key: string; is: Comparison; values: string[] };

/** One part of a query. Parts that stand side by side must all hold. */
export type Part =
  | { kind: "word"; text: string }
  | { kind: "phrase"; text: string }
  | Condition
  | { kind: "not"; of: Part }
  | { kind: "any"; of: Part[] }
  | { kind: "all"; of: Part[] };

/** A place in the text of a query that was not understood, and what was done about it. */
export type Trouble = { text: string; message: string; suggestion: string | null };

/** A query that was read: its parts, and what was not understood. */
export type Query = { parts: Part[]; troubles: Trouble[] };
