import type { HiddenWords } from "@besunny/document-model/hidden-words";
import { child, type XmlElement } from "../../../xml/xml";
import { colorOf, isWhite as isNearlyWhite, isTooLow } from "../../visible-letters";
import { type Style, type Styles, toggle } from "./styles";

/**
 * Words that nobody can see, in the order of the document. `whiteIsLeftOut` is false where a drawing or a colour may lie behind the text, so that
 * white words may show: those are read and reported.
 */
export type Unseen = { words: HiddenWords[]; whiteIsLeftOut: boolean };

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
  if (isTooLow(size / 2)) return "hidden";
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
  const known = colorOf(color);
  return known !== null && isNearlyWhite(known);
}
