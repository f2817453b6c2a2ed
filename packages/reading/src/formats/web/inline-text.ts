import type { LinkInput } from "@besunny/document-model/document-builder";

export type Gathered = { text: string; links: LinkInput[]; isPicture: boolean };

export type InlineText = ReturnType<typeof createInlineText>;

// Soft hyphens and the marks that only tell a browser where it may break a line.
const unseenCharacters = /[\u00ad\u200b\u2060\ufeff]/g;

/** Gathers the text of one block as a browser would show it: white space runs together, offsets of links stay true. */
export function createInlineText() {
  let parts: string[] = [];
  let links: LinkInput[] = [];
  let length = 0;
  let atLineStart = true;
  let isSpaceDue = false;
  let hasWords = false;
  let hasPicture = false;

  function put(piece: string) {
    const spaced = isSpaceDue && !atLineStart ? ` ${piece}` : piece;
    isSpaceDue = false;
    atLineStart = false;
    parts.push(spaced);
    length += spaced.length;
  }

  function add(raw: string) {
    const text = raw.replace(unseenCharacters, "").replace(/\s+/g, " ");
    if (text.startsWith(" ")) isSpaceDue = true;
    const piece = text.trim();
    if (piece === "") return;
    put(piece);
    hasWords = true;
    isSpaceDue = text.endsWith(" ");
  }

  return {
    add,
    get length() {
      return length;
    },

    space() {
      isSpaceDue = true;
    },

    breakLine() {
      isSpaceDue = false;
      if (atLineStart) return;
      parts.push("\n");
      length += 1;
      atLineStart = true;
    },

    /** Adds the alternative text of a picture. */
    addPicture(alternative: string) {
      const hadWords = hasWords;
      isSpaceDue = true;
      add(alternative);
      isSpaceDue = true;
      hasWords = hadWords;
      hasPicture = true;
    },

    link(url: string | undefined, work: () => void) {
      const from = length;
      const first = parts.length;
      work();
      if (!url || length === from) return;
      const lead = /^\s/.test(parts[first] ?? "") ? 1 : 0;
      links.push({ start: from + lead, end: length, url });
    },

    take(): Gathered {
      const gathered = { text: parts.join(""), links, isPicture: hasPicture && !hasWords };
      parts = [];
      links = [];
      length = 0;
      atLineStart = true;
      isSpaceDue = false;
      hasWords = false;
      hasPicture = false;
      return gathered;
    },
  };
}
