import type { BlockInput, CellInput, ModelBuilder } from "../../model-builder";
import { descendants, elements, parseHtml, type XmlElement } from "../tree/xml";

type Kind = Pick<BlockInput, "kind" | "level">;

const unseen = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "iframe",
  "object",
  "select",
  "datalist",
  "audio",
  "video",
  "canvas",
  "map",
]);
const inline = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "big",
  "cite",
  "code",
  "data",
  "del",
  "dfn",
  "em",
  "font",
  "i",
  "ins",
  "kbd",
  "label",
  "mark",
  "nobr",
  "q",
  "s",
  "samp",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "time",
  "tt",
  "u",
  "var",
  "wbr",
  "cdata",
  "math",
  "input",
  "button",
  "ruby",
  "rb",
  "rt",
  "rp",
  "o",
  "st1",
]);

/** Adds what a reader of the page would see, block by block. */
export function addHtml(builder: ModelBuilder, html: string) {
  addElement(builder, parseHtml(html));
}

/** The same for a tree already parsed; what stands in it decides, never its raw markup. */
export function addElement(builder: ModelBuilder, root: XmlElement) {
  const flow = createFlow(builder);
  flow.walk(root, { kind: "paragraph" });
  flow.flush();
}

function createFlow(builder: ModelBuilder) {
  let text = "";
  let kind: Kind = { kind: "paragraph" };

  function flush() {
    builder.add({ ...kind, text: tidy(text) });
    text = "";
  }

  function enter(next: Kind, work: () => void) {
    flush();
    const outer = kind;
    kind = next;
    work();
    flush();
    kind = outer;
  }

  function walk(element: XmlElement, within: Kind) {
    for (const child of element.children) {
      if (typeof child === "string") text += child.replace(/\s+/g, " ");
      else visit(child, within);
    }
  }

  function visit(element: XmlElement, within: Kind) {
    const { name, attributes } = element;
    if (unseen.has(name) || isHidden(attributes)) return;
    if (name === "br") text += "\n";
    else if (name === "hr") flush();
    else if (name === "img")
      text += attributes.alt && attributes.alt.length > 3 ? ` ${attributes.alt} ` : "";
    else if (name === "pre" || name === "listing" || name === "textarea")
      enter({ kind: "code" }, () => {
        text = rawText(element);
        builder.add({ kind: "code", text });
        text = "";
      });
    else if (name === "table" && isData(element)) {
      flush();
      addTable(builder, element);
    } else if (inline.has(name)) walk(element, within);
    else {
      const next = kindOf(element) ?? (isTransparent(name) ? within : { kind: "paragraph" });
      enter(next, () => walk(element, next));
    }
  }

  return { walk, flush };
}

function isTransparent(name: string): boolean {
  return ["div", "p", "section", "td", "th", "tr", "dd", "dt"].includes(name);
}

function kindOf({ name, attributes }: XmlElement): Kind | null {
  const level =
    /^h([1-6])$/.exec(name)?.[1] ??
    (attributes.role === "heading" ? attributes["aria-level"] : undefined);
  if (level) return { kind: "heading", level: Number(level) || 2 };
  if (name === "title") return { kind: "title" };
  if (name === "li") return { kind: "list-item" };
  if (name === "figcaption" || name === "caption") return { kind: "caption" };
  if (name === "nav") return { kind: "header" };
  return name === "body" || name === "article" || name === "main" ? { kind: "paragraph" } : null;
}

function isHidden({
  hidden,
  style = "",
  "aria-hidden": isDecoration,
}: Record<string, string>): boolean {
  return (
    hidden !== undefined ||
    isDecoration === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

function rawText(element: XmlElement | string): string {
  if (typeof element === "string") return element;
  return element.name === "br" ? "\n" : element.children.map(rawText).join("");
}

/** Mail and old pages lay themselves out with tables: those hold other tables, or but one row or column. */
function isData(table: XmlElement): boolean {
  const rows = rowsOf(table);
  if (descendants({ ...table, name: "" }, "table").length > 0) return false;
  if (table.attributes.role === "presentation") return false;
  const widths = rows.map((row) => cellsOf(row).length);
  return rows.length >= 1 && Math.max(0, ...widths) >= 2 && !(rows.length === 1 && widths[0] === 2);
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((each) =>
    each.name === "tr" || each.name === "row"
      ? [each]
      : ["thead", "tbody", "tfoot", "tgroup"].includes(each.name)
        ? rowsOf(each)
        : [],
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).filter(({ name }) => name === "td" || name === "th" || name === "entry");
}

function addTable(builder: ModelBuilder, table: XmlElement) {
  for (const caption of elements(table, "caption"))
    builder.add({ kind: "caption", text: tidy(inlineText(caption)) });
  const taken = new Set<string>();
  const cells: CellInput[] = [];
  for (const [row, element] of rowsOf(table).entries()) {
    let column = 0;
    for (const cell of cellsOf(element)) {
      while (taken.has(`${row},${column}`)) column += 1;
      const rowSpan = spanOf(cell.attributes.rowspan);
      const columnSpan = spanOf(cell.attributes.colspan);
      for (let down = 0; down < rowSpan; down++)
        for (let across = 0; across < columnSpan; across++)
          taken.add(`${row + down},${column + across}`);
      cells.push({
        text: tidy(inlineText(cell)),
        row,
        column,
        ...(rowSpan > 1 && { rowSpan }),
        ...(columnSpan > 1 && { columnSpan }),
        ...(cell.name === "th" && { isHeader: true }),
      });
      column += columnSpan;
    }
  }
  builder.addTable({ cells });
}

function spanOf(value: string | undefined): number {
  return Math.min(200, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));
}

/** All the text beneath, with a space wherever a block begins. */
export function inlineText(element: XmlElement | string): string {
  if (typeof element === "string") return element.replace(/\s+/g, " ");
  if (unseen.has(element.name) || isHidden(element.attributes)) return "";
  if (element.name === "br") return " ";
  if (element.name === "img") return element.attributes.alt ?? "";
  const text = element.children.map(inlineText).join("");
  return inline.has(element.name) ? text : ` ${text} `;
}
