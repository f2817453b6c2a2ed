import { child, elements, textOf, type XmlElement } from "../tree/xml";

/** The text of a paragraph as it stands: insertions kept, deletions, field codes and comments not. */
export function paragraphText(paragraph: XmlElement): string {
  const fields: ("code" | "result")[] = [];
  return collect(paragraph, fields);
}

const skipped = new Set([
  "pPr",
  "rPr",
  "del",
  "moveFrom",
  "instrText",
  "delText",
  "txbxContent",
  "commentReference",
  "annotationRef",
  "Fallback",
  "sdtPr",
  "tblPr",
]);

function collect(element: XmlElement, fields: ("code" | "result")[]): string {
  let text = "";
  for (const each of elements(element)) {
    if (skipped.has(each.name) || each.name === "drawing" || each.name === "pict") continue;
    if (each.name === "fldChar") turn(fields, each.attributes.fldCharType);
    else if (fields.includes("code")) {
      if (each.children.length > 0) collectFields(each, fields);
    } else text += pieceOf(each) ?? collect(each, fields);
  }
  return text;
}

function collectFields(element: XmlElement, fields: ("code" | "result")[]) {
  for (const each of elements(element)) {
    if (each.name === "fldChar") turn(fields, each.attributes.fldCharType);
    else collectFields(each, fields);
  }
}

function turn(fields: ("code" | "result")[], kind: string | undefined) {
  if (kind === "begin") fields.push("code");
  else if (kind === "separate") fields.splice(-1, 1, "result");
  else if (kind === "end") fields.pop();
}

function pieceOf(element: XmlElement): string | null {
  switch (element.name) {
    case "t":
      return textOf(element);
    case "tab":
    case "ptab":
      return "\t";
    case "br":
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "softHyphen":
      return "";
    case "sym":
      return symbolOf(element.attributes.char);
    case "footnoteReference":
    case "endnoteReference":
      return element.attributes.id ? `[${element.attributes.id}]` : "";
    case "checkBox":
    case "checkbox":
      return child(element, "checked")?.attributes.val === "1" ? "☑" : "☐";
    case "oMath":
      return mathOf(element);
    default:
      return null;
  }
}

function symbolOf(code: string | undefined): string {
  const point = Number.parseInt(code ?? "", 16);
  // Symbol fonts keep their bullets in the private area.
  return Number.isNaN(point) || point >= 0xe000 ? "•" : String.fromCodePoint(point);
}

/** Equations in a line: a/b, x^2, a_i, √(x). */
function mathOf(element: XmlElement): string {
  const part = (name: string) => {
    const found = child(element, name);
    return found ? mathOf(found) : "";
  };
  const grouped = (text: string) => (text.length > 1 ? `(${text})` : text);
  switch (element.name) {
    case "f":
      return `${grouped(part("num"))}/${grouped(part("den"))}`;
    case "sSup":
      return `${part("e")}^${grouped(part("sup"))}`;
    case "sSub":
      return `${part("e")}_${grouped(part("sub"))}`;
    case "sSubSup":
      return `${part("e")}_${grouped(part("sub"))}^${grouped(part("sup"))}`;
    case "rad":
      return `√(${part("e")})`;
    case "d":
      return `(${elements(element, "e").map(mathOf).join(", ")})`;
    case "nary":
      return `${child(element, "naryPr/chr")?.attributes.val ?? "∫"}_${grouped(part("sub"))}^${grouped(part("sup"))} ${part("e")}`;
    case "t":
      return textOf(element);
    default:
      return /Pr$/.test(element.name) ? "" : elements(element).map(mathOf).join("");
  }
}

/** The boxes of text that hang on a paragraph; each is given twice, for new programs and old, and read once. */
export function textBoxesOf(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((each): XmlElement[] => {
    if (each.name === "txbxContent") return [each];
    if (each.name === "AlternateContent") {
      const chosen = textBoxesOf(child(each, "Choice") ?? each);
      return chosen.length > 0
        ? chosen
        : textBoxesOf(child(each, "Fallback") ?? { ...each, children: [] });
    }
    return each.name === "del" ? [] : textBoxesOf(each);
  });
}
