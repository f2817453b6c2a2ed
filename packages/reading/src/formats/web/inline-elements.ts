import { descendants, elements, textOf, type XmlElement } from "../../xml/xml";
import type { InlineText } from "./inline-text";
import { mathText } from "./math-text";

const inline = new Set(
  `a abbr acronym b bdi bdo big blink br button cdata cite code data del dfn em font i img input ins kbd label mark math
  nobr o output picture q rb rp rt ruby s samp select small source span st1 strike strong sub sup textarea time tt u var wbr`.split(
    /\s+/,
  ),
);

export function isInline(name: string): boolean {
  return inline.has(name);
}

/** Adds what an element within a line shows; `walk` goes on with its children. */
export function visitInline(
  text: InlineText,
  element: XmlElement,
  walk: (element: XmlElement) => void,
) {
  const { name, attributes } = element;
  switch (name) {
    case "a":
      return text.link(attributes.href, () => walk(element));
    case "br":
      return text.breakLine();
    case "img":
      return text.addPicture(alternativeOf(attributes), element);
    case "math":
      return text.add(mathText(element));
    case "input":
      return addInput(text, attributes);
    case "select":
      return text.add(` ${chosenIn(element)} `);
    case "q":
      text.add("“");
      walk(element);
      return text.add("”");
    case "sup":
      return text.script("super", () => walk(element));
    case "sub":
      return text.script("sub", () => walk(element));
    case "del":
    case "s":
    case "strike":
      return addDeletion(text, element, walk);
    case "rt":
      return addReading(text, element, walk);
    case "rp":
      return undefined;
    default:
      return walk(element);
  }
}

/** Adds struck text between the marks that Markdown has for it. */
function addDeletion(text: InlineText, element: XmlElement, walk: (element: XmlElement) => void) {
  if (!isDeletion(element)) return walk(element);
  text.open("~~");
  walk(element);
  text.close("~~");
}

/** Returns true for words that the page shows as struck. */
export function isDeletion(element: XmlElement): boolean {
  const isStruck = element.name === "del" || element.name === "s" || element.name === "strike";
  return isStruck && /\S/.test(textOf(element));
}

/** Returns the alternative text of a picture; "" if it is the name of a file or says nothing. */
export function alternativeOf({ alt = "" }: Record<string, string>): string {
  const isName = /^\S+\.(png|jpe?g|gif|webp|svg|bmp|tiff?)$/i.test(alt.trim());
  const saysNothing = /^(image|img|logo|icon|photo|picture|spacer|bild|foto)?$/i.test(alt.trim());
  return isName || saysNothing || alt.trim().length <= 3 ? "" : alt;
}

function addInput(
  text: InlineText,
  { type = "text", value = "", ...rest }: Record<string, string>,
) {
  if (type === "checkbox" || type === "radio") text.add(rest.checked === undefined ? " ☐ " : " ☑ ");
  else if (!["password", "image", "file", "color", "range"].includes(type)) text.add(` ${value} `);
}

function chosenIn(select: XmlElement): string {
  const options = descendants(select, "option");
  const chosen = options.filter(({ attributes }) => attributes.selected !== undefined);
  return (chosen.length > 0 ? chosen : options.slice(0, 1))
    .map(({ children }) => children.filter((child) => typeof child === "string").join(""))
    .join(", ");
}

function addReading(text: InlineText, element: XmlElement, walk: (element: XmlElement) => void) {
  if (element.children.length === 0 && elements(element).length === 0) return;
  text.add("(");
  walk(element);
  text.add(")");
}
