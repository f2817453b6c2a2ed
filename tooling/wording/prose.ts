/** The kinds of text that people read, each with rules of its own. */
export type Area = "docs" | "comments" | "openApi" | "messages" | "interface";

/** A piece of prose. `isSentences` is false for headings, table cells and labels, whose length is not counted. */
export type Prose = { path: string; line: number; area: Area; text: string; isSentences: boolean };
