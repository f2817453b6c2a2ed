import type { BlockInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import { elements, parseHtml, type XmlElement } from "../../xml/xml";
import { addHtmlTable, isDataTable } from "./html-table";
import { isInline, visitInline } from "./inline-elements";
import { createInlineText } from "./inline-text";
import { markersOf } from "./list-markers";
import { mathText } from "./math-text";
import { areLandmarksTelling, isSectioning, isSeen, landmarkOf } from "./visibility";

type Kind = Pick<BlockInput, "kind" | "level">;

/** The place of the walk: `depth` counts lists, `running` is set in parts that belong to the site, not to the page. */
type Place = {
  kind: Kind;
  depth: number;
  isInItem: boolean;
  isInSection: boolean;
  running?: "header" | "footer";
};

type Options = {
  /** False for mail and books, whose headers and footers are their own. */
  hasLandmarks?: boolean;
  /** In mail, quotations are what was written before: they become `footnote`, their depth the level. */
  isMail?: boolean;
};

/** Adds what a reader of the page would see, block by block. */
export function addHtml(builder: DocumentBuilder, html: string, options: Options = {}) {
  addElement(builder, parseHtml(html), options);
}

/** Adds the blocks of a tree that is parsed already. */
export function addElement(
  builder: DocumentBuilder,
  root: XmlElement,
  { hasLandmarks = false, isMail = false }: Options = {},
) {
  const flow = createFlow(builder, {
    hasLandmarks: hasLandmarks && areLandmarksTelling(root),
    isMail,
  });
  flow.walk(root, {
    kind: { kind: "paragraph" },
    depth: 0,
    isInItem: false,
    isInSection: false,
  });
  flow.flush();
}

/** A list item whose paragraphs are longer than this is broken at them. */
const longItem = 1_200;

function createFlow(builder: DocumentBuilder, { hasLandmarks, isMail }: Required<Options>) {
  const inline = createInlineText();
  let kind: Kind = { kind: "paragraph" };
  let marker = "";

  function flush() {
    const { text, links, isPicture } = inline.take();
    // A box to tick without a word beside it is a switch of the page's own.
    if (/^[☐☑\s]*$/.test(text)) return;
    const prefix = marker && kind.kind === "list-item" ? `${marker} ` : "";
    const shift = prefix.length;
    builder.add({
      ...(isPicture && kind.kind === "paragraph" ? { kind: "figure" } : kind),
      text: prefix + text,
      links: links.map((link) => ({ ...link, start: link.start + shift, end: link.end + shift })),
    });
    marker = "";
    if (kind.kind === "list-item") kind = { kind: "paragraph" };
  }

  function enter(place: Place, work: () => void) {
    flush();
    marker = "";
    const outer = kind;
    kind = place.running ? { kind: place.running } : place.kind;
    work();
    flush();
    kind = outer.kind === "list-item" ? { kind: "paragraph" } : outer;
  }

  function walk(element: XmlElement, place: Place) {
    for (const child of element.children) {
      if (typeof child === "string") inline.add(child);
      else if (isSeen(child)) visit(child, place);
    }
  }

  function walkList(list: XmlElement, place: Place) {
    flush();
    const markers = markersOf(list);
    const depth = place.depth + 1;
    const item: Kind = { kind: "list-item", level: depth };
    for (const child of list.children) {
      if (typeof child === "string") inline.add(child);
      else if (!isSeen(child)) continue;
      else if (child.name === "li")
        enter({ ...place, kind: item }, () => {
          marker = markers(child);
          walk(child, { ...place, kind: { kind: "paragraph" }, depth, isInItem: true });
        });
      else visit(child, { ...place, depth: isList(child) ? place.depth : depth });
    }
    flush();
  }

  function walkTerms(list: XmlElement, place: Place) {
    flush();
    for (const child of elements(list)) {
      if (!isSeen(child)) continue;
      if (child.name === "div") walkTerms(child, place);
      else {
        const isDetail = child.name === "dd" && elements(list, "dt").length > 0;
        const level = place.depth + (isDetail ? 2 : 1);
        enter({ ...place, kind: { kind: "list-item", level } }, () =>
          walk(child, { ...place, depth: place.depth + 1, isInItem: true }),
        );
      }
    }
    flush();
  }

  function visit(element: XmlElement, place: Place) {
    const { name } = element;
    const level = headingLevel(element);
    if (level) enter({ ...place, kind: { kind: "heading", level } }, () => walk(element, place));
    else if (name === "pre" || name === "listing" || name === "xmp" || name === "plaintext") {
      flush();
      builder.add({
        kind: place.running ?? "code",
        text: rawText(element).replace(/^\s*?\n/, ""),
      });
    } else if (name === "math" && element.attributes.display === "block") {
      flush();
      builder.add({ kind: "formula", text: mathText(element) });
    } else if (name === "table" && isDataTable(element)) {
      flush();
      addHtmlTable(builder, element);
    } else if (name === "ul" || name === "ol" || name === "menu" || name === "dir")
      walkList(element, place);
    else if (name === "dl") walkTerms(element, place);
    else if (isInline(name)) visitInline(inline, element, (inner) => walk(inner, place));
    else if (name === "hr") flush();
    else walkBlock(element, place);
  }

  function walkBlock(element: XmlElement, place: Place) {
    const { name } = element;
    const running =
      place.running ?? (hasLandmarks ? landmarkOf(element, place.isInSection) : undefined);
    const isInSection = place.isInSection || isSectioning(element);
    const own = ownKind(name);
    const inner: Place = { ...place, isInSection, ...(running && { running }) };
    if (isMail && name === "blockquote") {
      const level = (place.kind.kind === "footnote" ? (place.kind.level ?? 1) : 0) + 1;
      const quoted: Kind = { kind: "footnote", level: Math.min(9, level) };
      enter({ ...inner, kind: quoted }, () => walk(element, { ...inner, kind: quoted }));
    } else if (own)
      enter({ ...inner, kind: own }, () => walk(element, { ...inner, isInItem: false }));
    else if (place.isInItem && running === place.running && inline.length < longItem) {
      inline.breakLine();
      walk(element, inner);
      inline.breakLine();
    } else enter(inner, () => walk(element, inner));
  }

  return { walk, flush };
}

function isList({ name }: XmlElement): boolean {
  return name === "ul" || name === "ol" || name === "dl";
}

function headingLevel({ name, attributes }: XmlElement): number | null {
  const level =
    /^h([1-6])$/.exec(name)?.[1] ??
    (attributes.role === "heading" ? (attributes["aria-level"] ?? "2") : undefined);
  return level ? Math.min(6, Math.max(1, Number(level) || 2)) : null;
}

function ownKind(name: string): Kind | null {
  if (name === "li") return { kind: "list-item", level: 1 };
  return name === "figcaption" || name === "caption" || name === "legend"
    ? { kind: "caption" }
    : null;
}

function rawText(element: XmlElement | string): string {
  if (typeof element === "string") return element;
  if (!isSeen(element)) return "";
  return element.name === "br" ? "\n" : element.children.map(rawText).join("");
}
