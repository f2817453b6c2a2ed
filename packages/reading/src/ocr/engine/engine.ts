import type { Box } from "@besunny/document-model/parsed-document";
import type { Grey } from "../image/grey";

/** A line as an engine sees it, in pixels of the picture it was given; confidence from 0 to 100. */
export type SeenLine = { box: Box; words: SeenWord[] };

export type SeenWord = { text: string; box: Box; confidence: number };

/** How the engine looks for lines: columns of text of any size, one block of text, single words anywhere, one line. */
export type Layout = "columns" | "block" | "scattered" | "line";

/** Tesseract's own numbers for these ways of looking. */
export const layoutModes: Record<Layout, number> = { columns: 3, block: 6, scattered: 11, line: 7 };

/** The one port to text recognition. */
export type RecognitionEngine = { recognise(picture: Grey, layout: Layout): Promise<SeenLine[]> };
