export type Script = "super" | "sub";

const raised: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  "–": "⁻",
  "=": "⁼",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
  i: "ⁱ",
};

const lowered: Record<string, string> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
  "+": "₊",
  "-": "₋",
  "−": "₋",
  "–": "₋",
  "=": "₌",
  "(": "₍",
  ")": "₎",
};

/**
 * Returns the text of a superscript or subscript so that its value stays: 10⁻³, not 10-3. `before` is the text in front of it. Digits and signs become
 * raised or lowered characters; other exponents get a caret. Ordinals (1st), and indexes after a letter (CO2), stay as people type and search them.
 */
export function scriptText(before: string, text: string, script: Script): string {
  const own = text.trim();
  if (!/[\p{L}\p{N}\p{P}%°]$/u.test(before))
    return script === "super" && alone.test(own) ? mapped(text, raised) : text;
  if (script === "sub")
    return /^\d+$/.test(own) && /\p{L}$/u.test(before) ? text : (inMap(text, lowered) ?? text);
  return inMap(text, raised) ?? powerOf(before, text);
}

/** The number of a note before its words, or an exponent after a space. */
const alone = /^\d{1,3}([,*]\d{1,3})*$|^[+\-−–]\s?\d+$/;

/** Returns the text in characters of a map, or null if one is missing. Letters alone are an ordinal or an abbreviation. */
function inMap(text: string, map: Record<string, string>): string | null {
  const own = text.trim();
  const isWhole = [...own].every((character) => character in map || /[\s,*]/.test(character));
  return isWhole && /[^a-z\s,*]/i.test(own) ? mapped(text, map) : null;
}

function mapped(text: string, map: Record<string, string>): string {
  return Array.from(text, (character) => map[character] ?? character).join("");
}

/** Letters that mean numbers. Others, such as e, o, r, s and t, end ordinals and abbreviations. */
const variable = /^[ijkmnpqxyz]$/;
const term = /^[\p{L}\d]{1,6}([+\-−*/.][\p{L}\d]{1,6})+$|^[-−]?\d+[a-z]$|^[-−][a-z]$/iu;

/** Writes an exponent of a number, a bracket or a single letter with a caret. */
function powerOf(before: string, text: string): string {
  const own = text.trim();
  if (!/(?<!\p{L})[a-zA-Zπ]$|[)\d]$/u.test(before)) return text;
  if (variable.test(own)) return `^${own}`;
  return term.test(own) ? `^(${own})` : text;
}
