import type { HiddenWords } from "@besunny/document-model/hidden-words";
import { descendants, type XmlElement } from "../../../xml/xml";
import { type Color, isLostOn, isTooLow } from "../../visible-letters";
import { isContent } from "../visibility";
import { cssColorOf, type Declarations, declarationsOf, pixelsOf } from "./declarations";

/** The look that an element has and its children inherit. A colour is null where it is not known, and then all can be seen. */
type Look = {
  color: Color | "none" | null;
  ground: Color | null;
  isTiny: boolean;
  isInvisible: boolean;
};

const white: Color = [255, 255, 255];
const pointsPerPixel = 0.75;
/** Farther than this to the left or above, in pixels, nothing shows. */
const outside = -400;

/**
 * Takes the words that nobody can see out of a page and returns them in their order. They are not displayed, have no size, have the colour of the
 * ground, or are outside of the window. With `hasSummary`, words before all others are usual: mail programs show them beside the subject.
 */
export function hideElements(root: XmlElement, { hasSummary = false } = {}): HiddenWords[] {
  const hidden: HiddenWords[] = [];
  let hasWords = false;

  function hide(text: string) {
    if (/\S/.test(text))
      hidden.push({ text, fate: "left-out", ...(hasSummary && !hasWords && { isUsual: true }) });
  }

  function walk(element: XmlElement, look: Look) {
    element.children = element.children.filter((child) => {
      if (typeof child === "string") {
        const isHidden = /\S/.test(child) && !shows(look);
        if (isHidden) hide(child);
        else if (/[\p{L}\p{N}]/u.test(child)) hasWords = true;
        return !isHidden;
      }
      if (!isContent(child)) return true;
      const style = declarationsOf(child.attributes.style ?? "");
      if (isGone(child, style)) {
        hide(wordsOf(child));
        return false;
      }
      walk(child, lookOf(child, style, look));
      return true;
    });
  }

  const isStyledElsewhere = descendants(root, "link").some(({ attributes }) =>
    /stylesheet/i.test(attributes.rel ?? ""),
  );
  const ground = isStyledElsewhere ? null : white;
  walk(root, { color: null, ground, isTiny: false, isInvisible: false });
  return hidden;
}

function shows({ color, ground, isTiny, isInvisible }: Look): boolean {
  if (isTiny || isInvisible || color === "none") return false;
  return color === null || ground === null || !isLostOn(color, ground);
}

/** Returns true for an element that is not there for people, with all in it. */
function isGone({ attributes }: XmlElement, style: Declarations): boolean {
  if (attributes.hidden !== undefined && style.display === undefined) return true;
  if (style.display === "none" || style["mso-hide"] === "all") return true;
  if (style.opacity !== undefined && Number.parseFloat(style.opacity) < 0.05) return true;
  const isCut = /hidden|clip/.test(style.overflow ?? "");
  const sizes = ["width", "height", "max-height", "max-width"].map((name) => pixelsOf(style[name]));
  if (isCut && sizes.some((size) => size !== null && size <= 1)) return true;
  const indent = pixelsOf(style["text-indent"]);
  if (indent !== null && indent < outside) return true;
  if (!/absolute|fixed/.test(style.position ?? "")) return false;
  const isAway = ["left", "top"].some((name) => (pixelsOf(style[name]) ?? 0) < outside);
  return (
    isAway ||
    /^rect\([\s01px,]*\)$/.test(style.clip ?? "") ||
    /inset\((50|100)%/.test(style["clip-path"] ?? "")
  );
}

function lookOf({ name, attributes }: XmlElement, style: Declarations, outer: Look): Look {
  const color = style.color ?? attributes.color;
  const ground = groundOf(attributes, style);
  const isOver = /absolute|fixed/.test(style.position ?? "");
  return {
    color:
      color === undefined || color === "inherit"
        ? name === "a"
          ? null
          : outer.color
        : cssColorOf(color),
    ground: ground === undefined ? (isOver ? null : outer.ground) : ground,
    isTiny: isTiny(style["font-size"] ?? style.font, outer.isTiny),
    isInvisible:
      style.visibility === undefined
        ? outer.isInvisible
        : /^(hidden|collapse)$/.test(style.visibility),
  };
}

/** Returns undefined for an element without a ground of its own, and null for one that is a picture or not a plain colour. */
function groundOf(
  { bgcolor, background }: Record<string, string>,
  style: Declarations,
): Color | null | undefined {
  if (
    background ||
    /url\(|gradient/.test(`${style.background ?? ""} ${style["background-image"] ?? ""}`)
  )
    return null;
  const stated = style["background-color"] ?? style.background ?? bgcolor;
  if (stated === undefined || /^(inherit|initial|none|unset)$/.test(stated)) return undefined;
  const color = cssColorOf(stated);
  return color === "none" ? undefined : color;
}

function isTiny(size: string | undefined, outer: boolean): boolean {
  if (size === undefined) return outer;
  const [length = ""] = /-?[\d.]+(px|pt|r?em|%)?/.exec(size) ?? [];
  const pixels = pixelsOf(length);
  if (pixels === 0) return true;
  if (/em$|%$/.test(length)) return outer && !length.endsWith("rem");
  return pixels !== null && isTooLow(pixels * pointsPerPixel);
}

function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : isContent(child) ? wordsOf(child) : ""))
    .join(" ");
}
