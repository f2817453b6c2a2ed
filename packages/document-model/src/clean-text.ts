export type CleanText = {
  text: string;
  /** Returns the offset in the clean text for an offset in the dirty text. */
  moved: (offset: number) => number;
};

/**
 * Returns the text as it is searched and quoted. It has one kind of line end and one kind of blank. A letter and its accents are one
 * character (Unicode NFC); ligatures of type are separate letters (fi, ffl). Invisible characters are removed: soft hyphens, marks of
 * direction, tags. Control characters become blanks, and lone surrogates are replaced, because databases refuse NUL and lone surrogates.
 */
export function cleanText(dirty: string): CleanText {
  const wellFormed = dirty.toWellFormed();
  if (wellFormed.search(dirt) < 0) return { text: wellFormed, moved: (offset) => offset };
  const places = new Uint32Array(wellFormed.length + 1);
  let text = "";
  let from = 0;
  for (const { 0: found, index } of wellFormed.matchAll(dirt)) {
    for (let at = from; at < index; at++) places[at] = text.length + at - from;
    text += wellFormed.slice(from, index);
    places.fill(text.length, index, index + found.length);
    text += cleaned(found);
    from = index + found.length;
  }
  for (let at = from; at <= wellFormed.length; at++) places[at] = text.length + at - from;
  text += wellFormed.slice(from);
  return {
    text,
    moved: (offset) => places[Math.min(Math.max(0, offset), wellFormed.length)] ?? text.length,
  };
}

const dirt =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /\r\n?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u00ad\u2000-\u200b\u2028-\u202f\u205f-\u2069\u3000\ufb00-\ufb06\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]|[^\p{M}\s]\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu;

const lineEnds = /^[\r\u0085\u2028\u2029]/;
const unseen = /^[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]$/u;

function cleaned(found: string): string {
  if (lineEnds.test(found)) return "\n";
  if (unseen.test(found)) return "";
  if (/^[\ufb00-\ufb06]$/.test(found)) return found.normalize("NFKC");
  return found.length > 1 ? found.normalize("NFC") : " ";
}
