const plain: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "＿": "_",
  "–": "-",
  "—": "-",
  "‑": "-",
  "‒": "-",
  "−": "-",
  "\u00b5": "\u03bc",
};

/** Returns a text as the set compares it: one space for white space, composed letters, plain quotation marks and dashes. */
export function normal(text: string): string {
  return text
    .replace(/<br\/?>/g, " ")
    .replace(/\s+/g, " ")
    .normalize("NFC")
    .replace(/[‘’‚“”„＿–—‑‒−\u00b5]/g, (sign) => plain[sign] ?? sign);
}
