import type { BlockInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ShownPicture } from "@besunny/document-model/parsed-document";
import { descendants, elements, type XmlElement } from "../../xml/xml";
import { hideElements } from "./hiding/hide-elements";
import { parseStyledHtml } from "./hiding/styled-html";
import { addHtmlTable, isDataTable } from "./html-table";
import { isDeletion, isInline, visitInline } from "./inline-elements";
import { createInlineText, type Gathered } from "./inline-text";
import { markersOf } from "./list-markers";
import { mathText } from "./math-text";
import type { PagePictures } from "./pictures";
import { areLandmarksTelling, isSectioning, isSeen, landmarkOf } from "./visibility";

type Kind = Pick<BlockInput, "kind" | "level">;

/** The place of the walk: `depth` counts lists, `quoted` quotations. `running` is set in parts that belong to the site, not to the page. */
type Place = {
  kind: Kind;
  quoted: number;
  depth: number;
  isInItem: boolean;
  isInSection: boolean;
  running?: "header" | "footer";
};

type Options = {
  /** False for mail and books, whose headers and footers are their own. */
  hasLandmarks?: boolean;
  /** In mail, text of earlier mails becomes `quotation`, with the depth of the quotation as its level. */
  earlierMail?: EarlierMail;
  /** The pictures that were kept for showing. */
  pictures?: PagePictures;
};

/** Returns true if an earlier mail begins at a child of an element and goes on until the end of the body. */
export type EarlierMail = (parent: XmlElement, index: number) => boolean;

/** Adds what a reader of the page would see, block by block. */
export function addHtml(builder: DocumentBuilder, html: string, options: Options = {}) {
  addElement(builder, parseStyledHtml(html), options);
}

/** Adds the blocks of a tree that is parsed already. */
export function addElement(
  builder: DocumentBuilder,
  root: XmlElement,
  { hasLandmarks = false, earlierMail, pictures = new Map() }: Options = {},
) {
  const hidden = hideElements(root, { hasSummary: earlierMail !== undefined });
  for (const words of hidden) builder.hide(words);
  const flow = createFlow(builder, {
    hasLandmarks: hasLandmarks && areLandmarksTelling(root),
    earlierMail,
    pictures,
  });
  flow.walk(root, {
    kind: { kind: "paragraph" },
    quoted: 0,
    depth: 0,
    isInItem: false,
    isInSection: false,
  });
  flow.flush();
  const deletions = countDeletions(root);
  if (deletions > 0)
    builder.warnings.push(
      `The text has ${deletions} ${deletions === 1 ? "deletion" : "deletions"}, between the marks ~~ and ~~.`,
    );
}

function countDeletions(element: XmlElement): number {
  if (isDeletion(element)) return 1;
  return elements(element).reduce(
    (sum, each) => sum + (isSeen(each) ? countDeletions(each) : 0),
    0,
  );
}

/** A list item whose paragraphs are longer than this is broken at them. */
const longItem = 1_200;

const deepestQuotation = 9;

/** Fewer characters than the headers of a mail have. */
const shortestMail = 60;

function createFlow(
  builder: DocumentBuilder,
  {
    hasLandmarks,
    earlierMail,
    pictures,
  }: Pick<Options, "hasLandmarks"> & {
    earlierMail: EarlierMail | undefined;
    pictures: PagePictures;
  },
) {
  const inline = createInlineText();
  let kind: Kind = { kind: "paragraph" };
  let quoted = 0;
  let struck = 0;
  let thread = { depth: 0, from: Number.NEGATIVE_INFINITY };
  let marker = "";

  function flush() {
    const gathered = inline.take();
    const shown = gathered.pictures.flatMap((element) => pictures.get(element) ?? []);
    // The words beside one picture alone are its own.
    const isOne = gathered.isPicture && kind.kind === "paragraph" && levelOf(quoted) === 0;
    const own = isOne && gathered.text !== "" && shown.length === 1 ? shown[0] : undefined;
    addWords(gathered, own);
    if (!own) addPictures(shown);
  }

  function addPictures(shown: ShownPicture[]) {
    for (const picture of shown) builder.add({ kind: "figure", text: "", picture });
  }

  function addWords({ text, links, isPicture }: Gathered, picture: ShownPicture | undefined) {
    // A box to tick without a word beside it is a switch of the page's own.
    if (/^[☐☑\s]*$/.test(text)) return;
    const mark = struck > 0 ? "~~" : "";
    const prefix = (marker && kind.kind === "list-item" ? `${marker} ` : "") + mark;
    const shift = prefix.length;
    const level = levelOf(quoted);
    const own: Kind = isPicture && kind.kind === "paragraph" ? { kind: "figure" } : kind;
    builder.add({
      ...(level > 0 ? { kind: "quotation", level } : own),
      text: prefix + text + mark,
      links: links.map((link) => ({ ...link, start: link.start + shift, end: link.end + shift })),
      picture,
    });
    marker = "";
    if (kind.kind === "list-item") kind = { kind: "paragraph" };
  }

  /** Deleted blocks each get the marks that deleted words within a line have. */
  function strike(work: () => void) {
    flush();
    struck += 1;
    work();
    flush();
    struck -= 1;
  }

  function levelOf(depth: number): number {
    return Math.min(deepestQuotation, depth + thread.depth);
  }

  function enter(place: Place, work: () => void) {
    flush();
    marker = "";
    const outer = kind;
    const outside = quoted;
    kind = place.running ? { kind: place.running } : place.kind;
    quoted = place.quoted;
    work();
    flush();
    kind = outer.kind === "list-item" ? { kind: "paragraph" } : outer;
    quoted = outside;
  }

  /** A header in several elements, or below a line that announces it, begins one mail. */
  function beginEarlierMail() {
    if (builder.length + inline.length - thread.from < shortestMail) return;
    flush();
    thread = { depth: thread.depth + 1, from: builder.length };
  }

  function walk(element: XmlElement, place: Place) {
    for (const [index, child] of element.children.entries()) {
      if (earlierMail?.(element, index)) beginEarlierMail();
      if (typeof child === "string") inline.add(child);
      else if (child.name === "svg") {
        const [image] = descendants(child, "image");
        if (image && pictures.has(image)) inline.addPicture("", image);
      } else if (isSeen(child)) visit(child, place);
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
      const text = rawText(element).replace(/^\s*?\n/, "");
      const level = levelOf(place.quoted);
      if (level > 0) builder.add({ kind: "quotation", level, text });
      else builder.add({ kind: place.running ?? "code", text });
    } else if (name === "math" && element.attributes.display === "block") {
      flush();
      builder.add({ kind: "formula", text: mathText(element) });
    } else if (name === "table" && isDataTable(element)) {
      flush();
      addHtmlTable(builder, element);
      addPictures(descendants(element, "img").flatMap((each) => pictures.get(each) ?? []));
    } else if (name === "ul" || name === "ol" || name === "menu" || name === "dir")
      walkList(element, place);
    else if (name === "dl") walkTerms(element, place);
    else if (isDeletion(element) && elements(element).some((each) => !isInline(each.name)))
      strike(() => walk(element, place));
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
    if (earlierMail && name === "blockquote") {
      const within: Place = { ...inner, quoted: place.quoted + 1, isInItem: false };
      enter(within, () => walk(element, within));
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
