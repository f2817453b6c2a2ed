import type { BlockInput } from "@besunny/document-model/document-builder";
import { child, elements, type XmlElement } from "../../../xml/xml";
import type { ListPlace, Numbering } from "./numbering";
import type { Style, Styles } from "./styles";

export type Role = Pick<BlockInput, "kind" | "level"> & { label: string };

/** Returns the role of a paragraph, from the names of its styles, its outline level or its list. */
export function paragraphRole(
  paragraph: XmlElement,
  text: string,
  { styles, numbering }: { styles: Styles; numbering: Numbering },
): Role {
  const chain = styles.chainOf(child(paragraph, "pPr/pStyle")?.attributes.val);
  const place = placeOf(paragraph, chain, numbering, text);
  const label = place?.label ?? "";
  const named = roleOfNames(namesOf(paragraph, chain));
  if (named && named.kind !== "list-item") return { ...named, label };
  const outline = Number(
    child(paragraph, "pPr/outlineLvl")?.attributes.val ??
      chain.find((style) => style.outline !== undefined)?.outline ??
      9,
  );
  if (outline < 9 && text.length < longestHeading)
    return { kind: "heading", level: Math.min(6, outline + 1), label };
  if (place) return { kind: "list-item", level: place.level, label };
  if (named) return { ...named, label };
  if (isCode(paragraph, text, chain)) return { kind: "code", label: "" };
  return { kind: "paragraph", label: "" };
}

const longestHeading = 400;

function namesOf(paragraph: XmlElement, chain: Style[]): string[] {
  if (chain.length > 0) return chain.map(({ name }) => name);
  const id = child(paragraph, "pPr/pStyle")?.attributes.val;
  return id ? [id.toLowerCase()] : [];
}

function placeOf(
  paragraph: XmlElement,
  chain: Style[],
  numbering: Numbering,
  text: string,
): ListPlace | null {
  const own = child(paragraph, "pPr/numPr");
  const styled = chain.find(({ list }) => list !== undefined);
  const list = child(own, "numId")?.attributes.val ?? styled?.list;
  // Word also numbers an empty paragraph, but readers do not see it as an item.
  if (!list || list === "0" || text.trim() === "") return null;
  const level =
    child(own, "ilvl")?.attributes.val ??
    chain.find(({ listLevel }) => listLevel !== undefined)?.listLevel ??
    chain.map(({ id }) => numbering.levelOfStyle(list, id)).find((each) => each !== undefined) ??
    0;
  return numbering.next(list, Number(level) || 0);
}

function roleOfNames(names: string[]): Pick<BlockInput, "kind" | "level"> | null {
  for (const name of names) {
    if (/^(title|titel|titre|título|titolo)$/.test(name)) return { kind: "title" };
    const [, level] = headingName.exec(name) ?? [];
    if (level) return { kind: "heading", level: Math.min(6, Math.max(1, Number(level))) };
    if (/^(subtitle|untertitel)$/.test(name)) return { kind: "heading", level: 2 };
    if (/^(caption|beschriftung)$/.test(name)) return { kind: "caption" };
    const [, of] = /^toc ?(\d)$/.exec(name) ?? [];
    if (of) return { kind: "list-item", level: Number(of) };
    if (/^(list bullet|list number)/.test(name))
      return { kind: "list-item", level: Number(/\d$/.exec(name)?.[0] ?? 1) };
    if (
      /^((source|program|html) code|.*\bcode$|.*preformatted( text)?|macro|plain code)$/.test(name)
    )
      return { kind: "code" };
  }
  return null;
}

const headingName =
  /^(?:heading|überschrift|berschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|cabeçalho|címsor|başlık|επικεφαλίδα|标题|標題|見出し|제목)\s?(\d)(?![\d\p{L}])/u;

const typewriters =
  /courier|consolas|monaco|menlo|lucida console|source code|mono\b|fixedsys|andale|cascadia/i;

/** Returns true for a paragraph in monospaced type that holds symbols of program code. */
function isCode(paragraph: XmlElement, text: string, chain: Style[]): boolean {
  if (!/[{}();=<>[\]#$]/.test(text)) return false;
  const runs = elements(paragraph, "r").filter((run) => child(run, "t"));
  const usual = chain.find(({ font }) => font !== undefined)?.font ?? "";
  return (
    runs.length > 0 &&
    runs.every((run) => {
      const fonts = child(run, "rPr/rFonts")?.attributes;
      return typewriters.test(fonts?.ascii ?? fonts?.hAnsi ?? usual);
    })
  );
}
