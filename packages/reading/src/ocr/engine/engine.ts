import type { Box } from "@besunny/document-model/parsed-document";
import type { Grey } from "../image/grey";

/** A line that an engine found, in pixels of the picture. Confidence is between 0 and 100. */
export type SeenLine = { box: Box; words: SeenWord[] };

export type SeenWord = { text: string; box: Box; confidence: number };

/** The way to search for lines: columns of text of any size, one block of text, single words anywhere, one line. */
export type Layout = "columns" | "block" | "scattered" | "line";

/** The numbers of these layouts in tesseract. */
export const layoutModes: Record<Layout, number> = { columns: 3, block: 6, scattered: 11, line: 7 };

/** The interface of all text recognition engines. */
export type RecognitionEngine = { recognise(picture: Grey, layout: Layout): Promise<SeenLine[]> };
