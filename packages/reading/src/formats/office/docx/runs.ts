import type { LinkInput } from "@besunny/document-model/document-builder";
import { child, elements, textOf, type XmlElement } from "../../../xml/xml";
import { type Script, scriptText } from "../../script-text";
import { latexOf } from "../math/math";
import { type Relations, urlOf } from "../relations";
import type { RichText } from "../rich-text";
import { openFields, urlOfField } from "./fields";
import type { Notes } from "./notes";
import type { Styles } from "./styles";
import { symbolOf } from "./symbols";
import { type Unseen, visibilityOf } from "./unseen-runs";
import { isPlaceholder } from "./wrappers";

/** Counts of changes that an author may still accept or reject. */
export type Changes = { inserted: number; deleted: number };

export type RunContext = {
  relations: Relations;
  styles: Styles;
  notes: Notes;
  changes: Changes;
  unseen: Unseen;
  /** The cell or box around the text has a colour. */
  isOnGround: boolean;
};

/**
 * A paragraph in its current form, with insertions and without deletions, field codes and hidden text. `formulas` replace the text if the
 * paragraph has no other content. `hanging` holds its drawings and objects, `notes` and `comments` its references.
 */
export type Runs = RichText & {
  formulas: string[];
  hanging: XmlElement[];
  notes: string[];
  comments: string[];
};

export function readRuns(paragraph: XmlElement, context: RunContext): Runs {
  const fields = openFields();
  const links: LinkInput[] = [];
  const hanging: XmlElement[] = [];
  const notes: string[] = [];
  const comments: string[] = [];
  const formulas: string[] = [];
  let text = "";
  let words = "";

  const say = (item: string) => {
    if (fields.isInCode()) return;
    text += item;
    words += item;
  };
  const link = (url: string | undefined, start: number) => {
    if (url && text.length > start) links.push({ start, end: text.length, url });
  };
  const formula = (math: XmlElement) => {
    const latex = latexOf(math);
    if (latex === "" || fields.isInCode()) return;
    formulas.push(latex);
    text += `${/\S$/.test(text) ? " " : ""}$${latex}$ `;
  };
  const turn = (mark: XmlElement) => {
    const kind = mark.attributes.fldCharType;
    if (kind === "begin") fields.begin(mark, text.length);
    else if (kind === "separate") fields.separate(text.length);
    else if (kind === "end") {
      const { url, start, shown } = fields.end(text.length);
      say(shown);
      link(url, start);
    }
  };

  function walk(parent: XmlElement, isHidden: boolean) {
    for (const each of elements(parent)) visit(each, isHidden);
  }

  function run(each: XmlElement, isHidden: boolean) {
    const visibility = isHidden ? "hidden" : visibilityOf(each, paragraph, context);
    const said = elements(each, "t").map(textOf).join("");
    const isLeftOut =
      visibility === "hidden" || (visibility === "white" && context.unseen.whiteIsLeftOut);
    if (visibility !== "shown" && said.trim() !== "" && !fields.isInCode())
      context.unseen.words.push({ text: said, fate: isLeftOut ? "left-out" : "read" });
    runOf(each, isLeftOut && (visibility === "hidden" || said.trim() !== ""));
  }

  function runOf(each: XmlElement, isHidden: boolean) {
    const start = text.length;
    const script = scriptOf(each, context.styles);
    walk(each, isHidden);
    const own = text.slice(start);
    if (script && /^[^[\n]+$/.test(own))
      text =
        text.slice(0, start) + scriptText(text.slice(Math.max(0, start - 8), start), own, script);
  }

  function visit(each: XmlElement, isHidden: boolean) {
    switch (each.name) {
      case "del":
      case "moveFrom":
        context.changes.deleted += 1;
        return;
      case "ins":
      case "moveTo":
        context.changes.inserted += 1;
        return walk(each, isHidden);
      case "r":
        return run(each, isHidden);
      case "sdt":
        return isPlaceholder(each) ? undefined : walk(each, isHidden);
      case "fldChar":
        return turn(each);
      case "instrText":
        return fields.addCode(textOf(each));
      case "fldSimple":
      case "hyperlink": {
        const start = text.length;
        walk(each, isHidden);
        const { attributes } = each;
        return link(
          urlOfField(attributes.instr) ?? hyperlinkOf(attributes, context.relations),
          start,
        );
      }
      case "AlternateContent":
        return walk(chosenOf(each), isHidden);
      case "oMath":
        return isHidden ? undefined : formula(each);
      case "drawing":
      case "pict":
      case "object":
        if (!isHidden) hanging.push(each);
        return;
      case "commentReference":
        comments.push(each.attributes.id ?? "");
        return;
      case "footnoteReference":
      case "endnoteReference": {
        const mark = context.notes.markOf(each);
        if (mark === null || isHidden) return;
        notes.push(mark);
        return say(`[${mark}]`);
      }
      case "ruby":
        return walk(child(each, "rubyBase") ?? each, isHidden);
    }
    if (silent.has(each.name)) return;
    const item = signOf(each);
    if (item === null) walk(each, isHidden);
    else if (!isHidden) say(item);
  }

  walk(paragraph, false);
  const isDisplay = formulas.length > 0 && words.trim() === "";
  return { text, links, formulas: isDisplay ? formulas : [], hanging, notes, comments };
}

const silent = new Set([
  "pPr",
  "rPr",
  "delText",
  "delInstrText",
  "txbxContent",
  "annotationRef",
  "sdtPr",
  "sdtEndPr",
  "tblPr",
  "oMathParaPr",
  "ffData",
  "footnoteRef",
  "endnoteRef",
  "customXmlPr",
  "smartTagPr",
]);

function signOf(element: XmlElement): string | null {
  switch (element.name) {
    case "t":
      return textOf(element);
    case "tab":
    case "ptab":
      return "\t";
    case "br":
      return /^(page|column)$/.test(element.attributes.type ?? "") ? " " : "\n";
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "softHyphen":
      return "";
    case "sym":
      return symbolOf(element.attributes.char, element.attributes.font);
    default:
      return null;
  }
}

function hyperlinkOf(attributes: Record<string, string>, relations: Relations): string | undefined {
  const url = urlOf(relations, attributes["r:id"] ?? attributes.id);
  return url && attributes.anchor && !url.includes("#") ? `${url}#${attributes.anchor}` : url;
}

/** Returns the alternative that new programs draw, or the fallback for old programs if the first is empty. */
export function chosenOf(alternatives: XmlElement): XmlElement {
  const choice = elements(alternatives, "Choice").find(({ children }) => children.length > 0);
  return choice ?? child(alternatives, "Fallback") ?? { name: "", attributes: {}, children: [] };
}

function scriptOf(run: XmlElement, styles: Styles): Script | undefined {
  const properties = child(run, "rPr");
  if (!properties) return undefined;
  const style = child(properties, "rStyle")?.attributes.val;
  const align =
    child(properties, "vertAlign")?.attributes.val ??
    (style && styles.chainOf(style).find((each) => each.align !== undefined)?.align);
  if (align === "superscript") return "super";
  return align === "subscript" ? "sub" : undefined;
}
