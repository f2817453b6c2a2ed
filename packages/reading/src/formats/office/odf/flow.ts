import type { BlockInput } from "@besunny/document-model/document-builder";
import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import { clipSpans } from "../clip-spans";
import type { ContentItem } from "../content-item";
import { joinItems } from "../join-items";
import { joinRich, plain, type RichText } from "../rich-text";
import { readInline } from "./inline";
import { pointsOf } from "./lengths";
import type { OdfStyles } from "./styles";
import { tableCells } from "./table";

export type OdfContext = {
  archive: Archive | null;
  styles: OdfStyles;
  /** The current counts of each list and of the headings. */
  counts: Map<string, number[]>;
  changes: { inserted: number; deleted: number };
  /** Charts and other documents inside the document, by their folder. */
  objects: Map<string, XmlElement>;
  /** Takes words that nobody can see. */
  hide: (text: string) => void;
  /** A colour or a drawing may lie behind the text. */
  isOnGround: boolean;
};

type Place = {
  as?: Pick<BlockInput, "kind" | "level">;
  list?: { style: string | undefined; id: string; level: number; label: string | null };
};

export function flowOf(parent: XmlElement, context: OdfContext, place: Place = {}): ContentItem[] {
  const items: ContentItem[] = [];
  for (const element of elements(parent))
    for (const each of itemOf(element, context, place)) items.push(each);
  return items;
}

function itemOf(element: XmlElement, context: OdfContext, place: Place): ContentItem[] {
  const { name, attributes } = element;
  if (name === "h" || name === "p") return paragraphItems(element, context, place);
  if (name === "list") return listItems(element, context, place);
  if (name === "table") return tableItems(element, context);
  if (name === "tracked-changes") {
    for (const change of elements(element, "changed-region"))
      context.changes[child(change, "deletion") ? "deleted" : "inserted"] += 1;
    return [];
  }
  if (name === "annotation") return [remarkOf(element, context)];
  if (name === "frame") return frameItems(element, context, place);
  if (name === "section" && isHiddenSection(attributes)) {
    context.hide(textOf(element));
    return [];
  }
  return flowing.has(name) ? flowOf(element, context, place) : [];
}

function isHiddenSection(attributes: XmlElement["attributes"]): boolean {
  return attributes["text:display"] === "none" || attributes["is-hidden"] === "true";
}

const flowing = new Set([
  "section",
  "text",
  "text-box",
  "g",
  "a",
  "custom-shape",
  "rect",
  "line",
  "ellipse",
  "circle",
  "polygon",
  "polyline",
  "path",
  "connector",
  "caption",
  "list-header",
  "list-item",
  "index-body",
  "index-title",
  "table-of-content",
  "illustration-index",
  "table-index",
  "object-index",
  "user-index",
  "alphabetical-index",
  "bibliography",
  "numbered-paragraph",
  "text-content",
]);

function listItems(list: XmlElement, context: OdfContext, place: Place): ContentItem[] {
  const { attributes } = list;
  const style = attributes["style-name"] ?? place.list?.style;
  const level = (place.list?.level ?? 0) + 1;
  const id = place.list?.id ?? style ?? "";
  const goesOn = attributes["continue-numbering"] === "true" || attributes["continue-list"];
  const known = context.counts.get(id);
  const counts = level > 1 || goesOn ? (known ?? []) : [];
  context.counts.set(id, counts);
  if (level > 1) counts.length = Math.min(counts.length, level);
  return elements(list).flatMap((item) => {
    if (item.name === "list-header") return flowOf(item, context, place);
    if (item.name !== "list-item") return [];
    const start = Number(item.attributes["start-value"] ?? Number.NaN);
    const next = (counts[level] ?? context.styles.startOf(style, level) - 1) + 1;
    counts[level] = Number.isNaN(start) ? next : start;
    counts.length = level + 1;
    const label = context.styles.labelOf(style, level, counts);
    return listItemContent(item, context, { ...place, list: { style, id, level, label } });
  });
}

/** Returns the content of a list item. Its first paragraph has the number; the others have none. */
function listItemContent(item: XmlElement, context: OdfContext, place: Place): ContentItem[] {
  let isFirst = true;
  return elements(item).flatMap((element) => {
    const isWords = element.name === "p" || element.name === "h";
    const own: Place =
      place.list && !isFirst && isWords
        ? { ...place, list: { ...place.list, label: null } }
        : place;
    if (isWords) isFirst = false;
    return itemOf(element, context, own);
  });
}

function paragraphItems(element: XmlElement, context: OdfContext, place: Place): ContentItem[] {
  const style = element.attributes["style-name"];
  const { text, links, hanging, notes, remarks } = readInline(element, context);
  const { label, ...role } = paragraphRole(element, style, text, context, place);
  const rich = label ? joinRich([plain(label), { text, links }], " ") : { text, links };
  return [
    { ...role, ...rich },
    ...hanging.flatMap((each) => itemOf(each, { ...context, isOnGround: true }, {})),
    ...notes.map((each) => noteOf(each, context)),
    ...remarks.map((each) => remarkOf(each, context)),
  ];
}

type Role = Pick<BlockInput, "kind" | "level"> & { label?: string };

function paragraphRole(
  element: XmlElement,
  style: string | undefined,
  text: string,
  context: OdfContext,
  { as, list }: Place,
): Role {
  if (as && as.kind !== "paragraph") return as;
  const names = context.styles.namesOf(style);
  if (names.includes("Title")) return { kind: "title" };
  if (names.includes("Subtitle")) return { kind: "heading", level: 2 };
  const level = Number(element.attributes["outline-level"] ?? 1) || 1;
  if (element.name === "h" && text.trim() !== "")
    return {
      kind: "heading",
      level: Math.min(6, level),
      label: headingLabel(element, level, context),
    };
  if (list?.label !== undefined && list.label !== null)
    return { kind: "list-item", level: list.level, label: list.label };
  if (
    names.some((name) => /^(caption|illustration|drawing|figure)$/i.test(name)) &&
    text.length < 400
  )
    return { kind: "caption" };
  if (names.some((name) => /preformatted text|source code/i.test(name))) return { kind: "code" };
  return { kind: "paragraph" };
}

function headingLabel({ attributes }: XmlElement, level: number, context: OdfContext): string {
  if (attributes["is-list-header"] === "true") return "";
  const { styles } = context;
  const counts = context.counts.get(styles.outline) ?? [];
  context.counts.set(styles.outline, counts);
  counts[level] = (counts[level] ?? styles.startOf(styles.outline, level) - 1) + 1;
  counts.length = level + 1;
  return styles.labelOf(styles.outline, level, counts) ?? "";
}

function noteOf(note: XmlElement, context: OdfContext): ContentItem {
  const mark = elements(note, "note-citation").map(textOf).join("");
  const body = child(note, "note-body");
  const rich = body ? cellText(body, context).rich : plain("");
  return { kind: "footnote", ...joinRich([plain(`[${mark}]`), rich], " ") };
}

function remarkOf(remark: XmlElement, context: OdfContext): ContentItem {
  const author = elements(remark, "creator").map(textOf).join("");
  const { rich } = cellText(remark, context, "\n");
  return { kind: "comment", ...joinRich([plain(author ? `${author}: ` : ""), rich]) };
}

function tableItems(table: XmlElement, context: OdfContext): ContentItem[] {
  const after: ContentItem[] = [];
  const cells = tableCells(table, (cell) => {
    const isOnGround = context.isOnGround || isTableOnGround(table, cell, context);
    const { rich, beside } = cellText(cell, { ...context, isOnGround });
    after.push(...beside);
    return rich;
  });
  return [{ kind: "table", cells: clipSpans(cells) }, ...after];
}

/** Returns true if the table, one of its rows or the cell has a colour. */
function isTableOnGround(table: XmlElement, cell: XmlElement, { styles }: OdfContext): boolean {
  return [table, cell, ...descendants(table, "table-row")].some(({ attributes }) =>
    styles.hasGround(attributes["style-name"]),
  );
}

/** Joins all text in a cell or note, also of tables in it. `beside` holds the items that are not text of their own. */
export function cellText(
  cell: XmlElement,
  context: OdfContext,
  separator = " ",
): { rich: RichText; beside: ContentItem[] } {
  return joinItems(flowOf(cell, context), separator);
}

/** Returns the best form of a frame's content. A frame holds several forms, the best first: text, a table, an object with its picture. */
function frameItems(frame: XmlElement, context: OdfContext, place: Place): ContentItem[] {
  const parts = elements(frame);
  const words = parts.filter(({ name }) => name === "text-box" || name === "table");
  if (words.length > 0)
    return words.flatMap((each) =>
      each.name === "table" ? tableItems(each, context) : flowOf(each, context, place),
    );
  const object = parts.find(({ name }) => name === "object");
  if (object) {
    const found = objectItems(object, context);
    if (found.length > 0) return found;
  }
  const picture = parts.find(({ name }) => name === "image");
  const description =
    ["desc", "title"].flatMap((name) => elements(frame, name).map(textOf))[0] ?? "";
  const path = picture?.attributes["xlink:href"];
  if (!picture || context.archive === null) return [];
  return [
    {
      kind: "picture",
      path: context.archive.has(path ?? "") ? path : undefined,
      description,
      size: sizeOf(frame),
    },
  ];
}

function sizeOf({ attributes }: XmlElement): [number, number] | undefined {
  const [width, height] = [pointsOf(attributes["svg:width"]), pointsOf(attributes["svg:height"])];
  return width > 0 && height > 0 ? [width, height] : undefined;
}

function objectItems(object: XmlElement, context: OdfContext): ContentItem[] {
  const folder = (object.attributes["xlink:href"] ?? "").replace(/^\.\//, "").toLowerCase();
  const root = context.objects.get(folder) ?? (elements(object).length > 0 ? object : undefined);
  if (!root) return [];
  const [math] = descendants(root, "annotation");
  if (descendants(root, "math").length > 0 && math)
    return [{ kind: "formula", text: textOf(math) }];
  const [chart] = descendants(root, "chart");
  const title = chart ? descendants(chart, "title")[0] : undefined;
  const name = title ? descendants(title, "p").map(textOf).join(" ") : "";
  const kind = chartKinds[chart?.attributes.class?.replace(/^chart:/, "") ?? ""] ?? "";
  const tables = descendants(root, "table").flatMap((each) => tableItems(each, context));
  return [
    { kind: "caption", text: [name, kind].filter((each) => each !== "").join("\n") },
    ...tables,
  ];
}

const chartKinds: Record<string, string> = {
  bar: "Bar chart",
  line: "Line chart",
  circle: "Pie chart",
  ring: "Doughnut chart",
  area: "Area chart",
  scatter: "Scatter chart",
  bubble: "Bubble chart",
  radar: "Radar chart",
  stock: "Stock chart",
};
