const greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

const symbols: Record<number, string> = {
  34: "∀",
  36: "∃",
  39: "∋",
  42: "∗",
  45: "−",
  64: "≅",
  161: "ϒ",
  162: "′",
  163: "≤",
  165: "∞",
  171: "↔",
  172: "←",
  173: "↑",
  174: "→",
  175: "↓",
  176: "°",
  177: "±",
  178: "″",
  179: "≥",
  180: "×",
  181: "∝",
  182: "∂",
  183: "•",
  184: "÷",
  185: "≠",
  186: "≡",
  187: "≈",
  188: "…",
  199: "∩",
  200: "∪",
  206: "∈",
  207: "∉",
  208: "∠",
  209: "∇",
  213: "∏",
  214: "√",
  215: "⋅",
  216: "¬",
  217: "∧",
  218: "∨",
  219: "⇔",
  220: "⇐",
  222: "⇒",
  229: "∑",
  242: "∫",
};

const dingbats: Record<number, string> = {
  33: "✏",
  40: "☎",
  42: "✉",
  74: "☺",
  75: "😐",
  76: "☹",
  111: "☐",
  113: "☐",
  120: "☒",
  168: "☐",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  232: "➔",
  239: "⇦",
  240: "⇨",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** Returns the Unicode character of a sign of a symbol font, or a bullet for an unknown sign. */
export function symbolOf(code: string | undefined, font: string | undefined): string {
  const point = Number.parseInt(code ?? "", 16);
  if (Number.isNaN(point)) return "•";
  const place = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (/wingdings/i.test(font ?? "")) return dingbats[place] ?? "•";
  if (/symbol/i.test(font ?? ""))
    return symbols[place] ?? greek[place - 65] ?? String.fromCodePoint(place);
  if (point >= 0xe000 && point <= 0xf8ff)
    return place < 256 && place > 32 ? String.fromCodePoint(place) : "•";
  return point > 0x10ffff ? "•" : String.fromCodePoint(point);
}
