import type { Span } from "../parsed-document";

/** Returns the text at a span as HTML, its links included. */
export type Write = (span: Span) => string;

/** Models come from processes that read hostile files: what should be a number is made one. */
export function whole(number: number): number {
  return Math.trunc(Number(number)) || 0;
}

/** Returns a text that no browser takes for markup, in elements and in quoted attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
