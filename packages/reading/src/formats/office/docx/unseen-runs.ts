import { leftOutUnseen, readWhite } from "../../../analysis/blocks/unseen-words";
import { child, type XmlElement } from "../../../xml/xml";
import { type Style, type Styles, toggle } from "./styles";

/**
 * Words that nobody can see, in the order of the document. `whiteIsLeftOut` is false where a drawing or a colour may lie behind the text, so that
 * white words may show: those are read and reported.
 */
export type Unseen = { leftOut: string[]; read: string[]; whiteIsLeftOut: boolean };

/** The height of letters, in half points, that cannot be read on paper. */
const LOWEST = 2;

/** From this share of white on, letters do not show on paper. */
const NEARLY_WHITE = 0.92 * 255;

export type Visibility = "shown" | "hidden" | "white";

/**
 * Returns how the letters of a run look to people. Hidden and too low letters cannot be seen; white ones only on a ground. `isOnGround`
 * is true if the cell or box around the paragraph has a colour.
 */
export function visibilityOf(
  run: XmlElement,
  paragraph: XmlElement,
  { styles, isOnGround }: { styles: Styles; isOnGround: boolean },
): Visibility {
  const own = child(run, "rPr");
  const named = child(own, "rStyle")?.attributes.val;
  const properties = child(paragraph, "pPr");
  const above = styles.chainOf(child(properties, "pStyle")?.attributes.val);
  const chain = [...(named === undefined ? [] : styles.chainOf(named)), ...above];
  if (toggle(child(own, "vanish")) ?? inherited(chain, "isHidden") ?? false) return "hidden";
  const size = Number(child(own, "sz")?.attributes.val ?? inherited(chain, "size"));
  if (size > 0 && size <= LOWEST) return "hidden";
  const color = child(own, "color")?.attributes.val ?? inherited(chain, "color");
  if (!isOnGround && isWhite(color) && !isShaded(own) && !isShaded(properties))
    return chain.some((style) => style.isShaded) ? "shown" : "white";
  return "shown";
}

function inherited<Name extends keyof Style>(chain: Style[], name: Name): Style[Name] | undefined {
  return chain.find((style) => style[name] !== undefined)?.[name];
}

/** Returns true if the properties of a run, paragraph, cell, table or style give it a ground that is not white. */
export function isShaded(properties: XmlElement | undefined): boolean {
  const highlight = child(properties, "highlight")?.attributes.val;
  if (highlight !== undefined && !/^(none|white)$/.test(highlight)) return true;
  const shading = child(properties, "shd")?.attributes;
  if (!shading) return false;
  const { val = "clear", fill = "auto", themeFill } = shading;
  if (themeFill !== undefined && !/^(background1|light1)$/.test(themeFill)) return true;
  return !/^(clear|nil)$/.test(val) || (fill !== "auto" && !isWhite(fill));
}

function isWhite(color: string | undefined): boolean {
  const channels = /^([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? "")?.slice(1) ?? [];
  return (
    channels.length === 3 &&
    channels.every((channel) => Number.parseInt(channel, 16) > NEARLY_WHITE)
  );
}

/** Returns the warnings about words that nobody can see. */
export function unseenWarnings({ leftOut, read }: Unseen): string[] {
  return [
    ...(leftOut.length > 0 ? [leftOutUnseen("The document", leftOut)] : []),
    ...(read.length > 0 ? [readWhite("The document", read)] : []),
  ];
}
