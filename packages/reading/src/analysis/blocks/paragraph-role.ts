import type { Block } from "@besunny/document-model/parsed-document";
import { isCaption } from "../layout/captions";
import { namesPart } from "../layout/named-parts";
import type { Segment } from "../layout/page-geometry";
import { startsBullet, startsItem } from "../layout/paragraphs";
import { type DocumentStyle, outlineKey } from "./document-style";

export type Role = { kind: Exclude<Block["kind"], "table">; level?: number };

/** Returns the role of a paragraph, from its beginning and from its look compared with the rest of the document. */
export function paragraphRole(lines: Segment[], style: DocumentStyle, mayBeTitle: boolean): Role {
  const [first] = lines;
  if (!first) return { kind: "paragraph" };
  const { kind, level } = first.part ?? {};
  if (kind && kind !== "heading") return { kind };
  if (startsBullet(first)) return { kind: "list-item" };
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const text = textOf(first);
  if (isCaption(text)) return { kind: "caption" };
  // A filing prints its exhibit number above the document's own title.
  const isExhibitMark = /^(exhibit|ex-)\s*[\d.]+$/i.test(text);
  const heading = isExhibitMark ? null : headingOf(lines, style, { length, text, mayBeTitle });
  if (kind) return heading?.kind === "title" ? heading : { kind, ...(level && { level }) };
  if (heading) return heading;
  if (isFootnote(lines, text, style)) return { kind: "footnote" };
  return { kind: startsItem(first) ? "list-item" : "paragraph" };
}

function textOf({ words }: Segment): string {
  return words.map((word) => word.text).join(" ");
}

type Seen = { length: number; text: string; mayBeTitle: boolean };

function headingOf(lines: Segment[], style: DocumentStyle, seen: Seen): Role | null {
  const [first] = lines;
  const { length, text, mayBeTitle } = seen;
  if (!first || length >= 250 || lines.length > 5 || !/\p{L}{2}|\p{Lo}/u.test(text)) return null;
  const step = style.headingSizes.findIndex((size) => first.size >= size * 0.95);
  if (step >= 0 && first.size > style.bodySize * 1.12) {
    if (mayBeTitle && step === 0 && length > 3) return { kind: "title" };
    return { kind: "heading", level: Math.min(6, step + 1) };
  }
  const named =
    style.outline.size > 0 ? style.outline.get(outlineKey(lines.map(textOf).join(" "))) : undefined;
  if (named) return { kind: "heading", level: Math.min(6, named + (style.hasTitle ? 1 : 0)) };
  if (
    !isBoldHeading(lines, length) &&
    !isNumberedHeading(lines, text) &&
    !isInCapitals(lines, text)
  )
    return null;
  return { kind: "heading", level: Math.min(6, style.headingSizes.length + depthOf(text)) };
}

/** Returns the depth of a heading: 1 for "4 Rent" and for text without a number, 2 for "4.1 Deposit". */
export function depthOf(text: string): number {
  const [number = ""] = /^\d{1,2}(\.\d{1,2})*/.exec(text) ?? [];
  return Math.max(1, number.split(".").length);
}

function isFootnote(lines: Segment[], text: string, { bodySize }: DocumentStyle): boolean {
  const [first] = lines;
  return (
    first !== undefined &&
    first.size < bodySize * 0.88 &&
    lines.length < 8 &&
    /^([*†‡§¶]|\[?\d{1,3}[\])]?\s?["“‘(]?\p{L})/u.test(text)
  );
}

/** Returns true for text such as "5.1 Term of the lease": alone on its line, without the end of a sentence. */
function isNumberedHeading({ length }: Segment[], text: string): boolean {
  return (
    length === 1 &&
    text.length < 80 &&
    /^\d{1,2}(\.\d{1,2})+\.?\s+\p{Lu}[^.;:]*[^.;:,\d]$/u.test(text)
  );
}

function isInCapitals({ length }: Segment[], text: string): boolean {
  return (
    length === 1 &&
    text.length < 80 &&
    /\p{Lu}{3,}.*\s\p{Lu}{2,}/u.test(text) &&
    text === text.toUpperCase() &&
    !/[.;,:\d)_]$/.test(text)
  );
}

function isBoldHeading(lines: Segment[], length: number): boolean {
  const last = lines.at(-1)?.words.at(-1)?.text ?? "";
  const first = lines[0]?.words[0]?.text ?? "";
  const isNumbered = /^\d+(\.\d+)*\.?$/.test(first) || namesPart(first);
  return (
    lines.every((line) => line.isBold) &&
    lines.length <= 2 &&
    length > 3 &&
    length < 120 &&
    (isNumbered || !/[.;,:]$/.test(last)) &&
    lines.some(({ words }) => words.some(({ text }) => /\p{L}{2}/u.test(text)))
  );
}
