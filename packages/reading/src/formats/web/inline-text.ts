import type { LinkInput } from "@besunny/document-model/document-builder";
import type { XmlElement } from "../../xml/xml";
import { type Script, scriptText } from "../script-text";

export type Gathered = {
  text: string;
  links: LinkInput[];
  isPicture: boolean;
  pictures: XmlElement[];
};

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
  let isOpen = false;
  let hasWords = false;
  let pictures: XmlElement[] = [];

  function put(piece: string) {
    const spaced = isSpaceDue && !atLineStart && !isOpen ? ` ${piece}` : piece;
    isOpen = false;
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

    /** Adds a mark directly before the next word. */
    open(mark: string) {
      put(mark);
      isOpen = true;
    },

    /** Adds a mark directly after the last word. */
    close(mark: string) {
      const isDue = isSpaceDue;
      isSpaceDue = false;
      put(mark);
      isSpaceDue = isDue;
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
    addPicture(alternative: string, element: XmlElement) {
      const hadWords = hasWords;
      isSpaceDue = true;
      add(alternative);
      isSpaceDue = true;
      hasWords = hadWords;
      pictures.push(element);
    },

    link(url: string | undefined, work: () => void) {
      const from = length;
      const first = parts.length;
      work();
      if (!url || length === from) return;
      const lead = /^\s/.test(parts[first] ?? "") ? 1 : 0;
      links.push({ start: from + lead, end: length, url });
    },

    /** Raises or lowers the text that `work` adds, so that an exponent never joins the digits before it. */
    script(kind: Script, work: () => void) {
      const first = parts.length;
      const from = length;
      const known = links.length;
      work();
      const own = parts.slice(first).join("");
      const lead = /^\s*/.exec(own)?.[0] ?? "";
      const before =
        lead === ""
          ? parts
              .slice(Math.max(0, first - 3), first)
              .join("")
              .slice(-8)
          : "";
      const shown = lead + scriptText(before, own.slice(lead.length), kind);
      if (own === "" || own.includes("\n") || (links.length > known && shown.length !== own.length))
        return;
      parts.splice(first, parts.length - first, shown);
      length = from + shown.length;
    },

    take(): Gathered {
      const isPicture = pictures.length > 0 && !hasWords;
      const gathered = { text: parts.join(""), links, isPicture, pictures };
      parts = [];
      links = [];
      length = 0;
      atLineStart = true;
      isSpaceDue = false;
      isOpen = false;
      hasWords = false;
      pictures = [];
      return gathered;
    },
  };
}
