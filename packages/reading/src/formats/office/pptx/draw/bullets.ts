import { lettersOfFonts } from "../../../pictures/fonts";
import { symbolOf } from "../../docx/symbols";
import type { OneSlide } from "./one-slide";

const bullet =
  /<a:buFont\s[^>]*typeface="(Wingdings[^"]*|Symbol|Webdings)"[^>]*?(?:\/>|>\s*<\/a:buFont>)(\s*)<a:buChar\s+char="([^"]{1,8})"/g;

/** Signs that stand in for those that the fonts cannot draw. */
const like: Record<string, string> = { "✓": "√", "✔": "√", "☑": "√", "➢": "►", "➔": "→", "✗": "×" };

/** Writes bullets from fonts of pictures, such as Wingdings, as the signs that they show. */
export async function spellBullets({ parts }: OneSlide) {
  const canDraw = await lettersOfFonts();
  const spell = (font: string, sign: string) => {
    const shown = symbolOf(((sign.codePointAt(0) ?? 0) % 0xf000).toString(16), font);
    const drawn = like[shown] ?? shown;
    return drawn.trim() !== "" && canDraw(drawn) ? drawn : "•";
  };
  for (const [path, bytes] of parts) {
    if (!/\/(slides|slidelayouts|slidemasters)\/[^/]+\.xml$/.test(path)) continue;
    const text = bytes.toString();
    const spelled = text.replace(
      bullet,
      (_, font: string, space: string, sign: string) =>
        `<a:buFont typeface="Arial"/>${space}<a:buChar char="${spell(font, sign)}"`,
    );
    if (spelled !== text) parts.set(path, Buffer.from(spelled));
  }
}
