const generatedHyphen = 2;
const softHyphen = 0xad;

/** Returns true if a character separates words. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0 ||
    code === 0xa0 ||
    code === 0x1680 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

/** Returns true if a character has no meaning outside its own font. */
export function isUnreadable(code: number): boolean {
  return (
    code === 0xfffd ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0x80 && code < 0xa0) ||
    (code < 32 && code !== generatedHyphen) ||
    code >= 0xf0000
  );
}

/** Scripts written without spaces, each sign of which is a word to point at. */
export function isWideScript(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3001 && code <= 0x30ff) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** The text of one character: what only looks different becomes the usual letter, what means something else stays. */
export function textOf(code: number): string {
  if (code >= 33 && code < 0x7f) return ascii[code] ?? "";
  if (code === generatedHyphen || code === softHyphen) return "-";
  const symbol = symbols.get(code);
  if (symbol) return symbol;
  if (isUnreadable(code)) return code < 32 ? "" : "\ufffd";
  // Marks of direction and joiners say how to draw, and stand between letters where they would part words.
  if ((code >= 0x200c && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return "";
  if ((code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) return "";
  if (code > 0x10ffff) return "\ufffd";
  const character = String.fromCodePoint(code);
  // Signs that stand on nothing (ﹰ) become a space and a sign, and no word holds a space.
  return isVariant(code) ? character.normalize("NFKC").replace(/\s+/g, "") : character;
}

/** Bullets, ticks and arrows of the symbol fonts, where Windows keeps them. */
const symbols = new Map([
  [0xf0b7, "•"],
  [0xf0a7, "▪"],
  [0xf0a8, "◦"],
  [0xf06c, "●"],
  [0xf06e, "■"],
  [0xf071, "❑"],
  [0xf06f, "□"],
  [0xf076, "❖"],
  [0xf0d8, "➢"],
  [0xf0e0, "→"],
  [0xf0fc, "✓"],
  [0xf0fe, "☑"],
  [0xf02d, "-"],
  [0xf020, " "],
]);

const ascii = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code));

/** Ligatures, presentation forms, letters of full or half width, of mathematics or as radicals. */
function isVariant(code: number): boolean {
  return (
    (code >= 0xfb00 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc) ||
    (code >= 0xff01 && code <= 0xffee) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x1d400 && code <= 0x1d7ff) ||
    code === 0xb5 ||
    code === 0x2126 ||
    code === 0x212b ||
    (code >= 0x132 && code <= 0x133) ||
    code === 0x149 ||
    (code >= 0x1c4 && code <= 0x1cc)
  );
}

const combining = new Map([
  [0x60, "\u0300"],
  [0x2cb, "\u0300"],
  [0xb4, "\u0301"],
  [0x2ca, "\u0301"],
  [0x5e, "\u0302"],
  [0x2c6, "\u0302"],
  [0x7e, "\u0303"],
  [0x2dc, "\u0303"],
  [0xaf, "\u0304"],
  [0x2c9, "\u0304"],
  [0x2d8, "\u0306"],
  [0x2d9, "\u0307"],
  [0xa8, "\u0308"],
  [0x2da, "\u030a"],
  [0x2dd, "\u030b"],
  [0x2c7, "\u030c"],
  [0xb8, "\u0327"],
  [0x2db, "\u0328"],
]);

/** Returns the combining form of an accent, which old fonts draw over a letter on its own; null for all other characters. */
export function accentOf(code: number): string | null {
  if (code >= 0x300 && code <= 0x36f) return String.fromCharCode(code);
  return combining.get(code) ?? null;
}

/** Letter and accent in one; null where there is no such letter. */
export function accented(letter: string, accent: string): string | null {
  const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
  if (!/^\p{L}$/u.test(base)) return null;
  const composed = `${base}${accent}`.normalize("NFC");
  return [...composed].length === 1 ? composed : null;
}
