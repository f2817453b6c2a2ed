import type { LinkInput } from "@besunny/document-model/document-builder";
import { child, descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import { numeral } from "../docx/numerals";
import { latexOf } from "../math/math";
import { type Relations, urlOf } from "../relations";
import type { RichText } from "../rich-text";

/** A paragraph of a slide. `level` starts at 1. `bullet` is the number or sign before the paragraph, or null. */
export type SlideParagraph = RichText & { level: number; bullet: string | null };

/** Returns the paragraphs of a text body. `styles` holds the styles of its levels, nearest first. */
export function paragraphsOf(
  body: XmlElement,
  styles: XmlElement[],
  given: RunsGiven,
): SlideParagraph[] {
  const own = child(body, "lstStyle");
  const counts: number[] = [];
  return elements(body, "p").map((paragraph) => {
    const properties = child(paragraph, "pPr");
    const level = Math.min(9, 1 + (Number(properties?.attributes.lvl ?? 0) || 0));
    const rich = runsOf(paragraph, given);
    const isEmpty = rich.text.trim() === "";
    const looks = [
      properties,
      ...[own, ...styles].map((style) => child(style, `lvl${level}pPr`)),
    ].flatMap((look) => look ?? []);
    const bullet = isEmpty ? null : bulletOf(looks, counts, level);
    return { ...rich, level, bullet };
  });
}

function bulletOf(looks: XmlElement[], counts: number[], level: number): string | null {
  for (const look of looks)
    for (const { name, attributes } of elements(look)) {
      if (name !== "buAutoNum" && /^bu(None|Char|Blip)$/.test(name)) {
        counts.length = Math.min(counts.length, level);
        if (name === "buNone") return null;
        counts[level] = 0;
        return "";
      }
      if (name !== "buAutoNum") continue;
      counts.length = Math.min(counts.length, level + 1);
      const start = Number(attributes.startAt ?? 1) || 1;
      const count = Math.max(start, (counts[level] ?? 0) + 1);
      counts[level] = count;
      return autoNumber(attributes.type ?? "arabicPeriod", count);
    }
  counts.length = Math.min(counts.length, level);
  return null;
}

function autoNumber(type: string, count: number): string {
  const writing = /^alphaLc/.test(type)
    ? "lowerLetter"
    : /^alphaUc/.test(type)
      ? "upperLetter"
      : /^romanLc/.test(type)
        ? "lowerRoman"
        : /^romanUc/.test(type)
          ? "upperRoman"
          : "decimal";
  const number = numeral(count, writing);
  if (/ParenBoth$/.test(type)) return `(${number})`;
  if (/ParenR$/.test(type)) return `${number})`;
  return /Plain$/.test(type) ? number : `${number}.`;
}

/** `isSeen` tells whether people can see a run; without it they see all. */
export type RunsGiven = { relations: Relations; isSeen?: (run: XmlElement) => boolean };

export function runsOf(
  paragraph: XmlElement,
  { relations, isSeen = () => true }: RunsGiven,
): RichText {
  const links: LinkInput[] = [];
  let text = "";
  const walk = (parent: XmlElement) => {
    for (const each of elements(parent)) {
      if (each.name === "br") text += "\n";
      else if (each.name === "r" || each.name === "fld") {
        if (!isSeen(each)) continue;
        const start = text.length;
        text += elements(each, "t").map(textOf).join("");
        const target = child(each, "rPr/hlinkClick")?.attributes;
        const url = urlOf(relations, target?.["r:id"] ?? target?.id);
        if (url && text.length > start) links.push({ start, end: text.length, url });
      } else if (each.name === "oMath") text += ` $${latexOf(each)}$ `;
      else if (each.name === "AlternateContent") {
        const choice = child(each, "Choice");
        walk(choice && descendants(choice, "oMath").length > 0 ? choice : each);
      } else if (each.name === "tab") text += "\t";
      else if (!/Pr$/.test(each.name)) walk(each);
    }
  };
  walk(paragraph);
  return { text: text.replaceAll("\u000b", "\n"), links };
}
