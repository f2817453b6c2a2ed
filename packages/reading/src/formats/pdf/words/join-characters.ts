import type { Box } from "@besunny/document-model/parsed-document";
import { frameOf } from "../../../analysis/layout/page-geometry";
import type { Placement } from "../pdfium/placement";
import { type CharacterStyle, oblique } from "./character-style";
import { accented, accentOf, isWideScript } from "./character-text";
import type { PageWords } from "./page-words";

/** A character as drawn: `box` on the page as shown, `object` the text object it is of. */
export type Character = {
  code: number;
  text: string;
  box: Box;
  style: CharacterStyle;
  object: number;
};

type Open = {
  text: string;
  box: Box;
  direction: number;
  style: CharacterStyle;
  object: number;
  last: Character;
  isGlued: boolean;
};

export type WordJoiner = ReturnType<typeof createWordJoiner>;

/** Joins characters, in the order of the file, into the words of a page. */
export function createWordJoiner({ size }: Placement, result: PageWords) {
  let open: Open | null = null;
  let wasSpaceMadeUp = false;

  function close() {
    if (open) keep(open);
    open = null;
  }

  function keep({ text, box, direction, style, isGlued }: Open) {
    if (box[2] <= 0 || box[3] <= 0 || isOutside(box, size)) return;
    result.byDirection[direction]?.push({
      text: isUnknown(text) && style.isSymbol ? "•" : text,
      box,
      at: frameOf(box, direction, size),
      size: style.size,
      isBold: style.isBold,
      isGlued,
      ...(style.isMono && { isMono: true }),
      ...(style.mayBeHidden && { mayBeHidden: true }),
      ...(style.mark !== undefined && { mark: style.mark }),
    });
  }

  function begin(character: Character, direction: number, isGlued: boolean) {
    const { text, box, style, object } = character;
    open = { text, box: [...box], direction, style, object, last: character, isGlued };
  }

  return {
    close() {
      close();
    },

    /** `isMadeUp` says that the engine guesses at a space from a gap. */
    space(isMadeUp: boolean) {
      wasSpaceMadeUp = isMadeUp && open !== null && mayHoldGaps(open.last);
      if (!wasSpaceMadeUp) close();
    },

    add(character: Character) {
      const before = open;
      const wasMadeUp = wasSpaceMadeUp;
      wasSpaceMadeUp = false;
      if (!before) {
        begin(character, character.style.direction, false);
        return;
      }
      if (isWithAccent(before, character)) return;
      const { direction } = character.style;
      const isApart = isElsewhere(before, character, direction);
      const isWide = isWideScript(character.code) || isWideScript(before.last.code);
      // A sign without a meaning before a letter is a bullet of some symbol font.
      const isSign = isUnknown(before.text) && !isUnknown(character.text);
      const isInitial = before.text.length === 1 && before.style.size > 1.7 * character.style.size;
      if (
        !isApart &&
        !isWide &&
        !isSign &&
        !isInitial &&
        (!wasMadeUp || isRtlMark(character.text) || isRtlMark(before.last.text)) &&
        direction === before.direction
      ) {
        grow(before, character);
        return;
      }
      close();
      begin(character, direction, isWide && !isApart);
    },
  };
}

function isUnknown(text: string): boolean {
  return text.charCodeAt(0) === 0xfffd && /^\ufffd+$/.test(text);
}

/** Gaps that the engine takes for spaces stand between wide signs, and beside vowel signs drawn by themselves. */
function mayHoldGaps({ code, text }: Character): boolean {
  return isWideScript(code) || (code >= 0x590 && code <= 0x6ff && text !== "");
}

function isWithAccent(open: Open, { code, text, box }: Character): boolean {
  const { last } = open;
  if (isAsciiLetter(code) && isAsciiLetter(last.code)) return false;
  const isOver =
    Math.abs(box[0] + box[2] / 2 - last.box[0] - last.box[2] / 2) <
    0.35 * Math.max(box[2], last.box[2]);
  if (!isOver || Math.abs(box[1] - last.box[1]) > 0.8 * Math.max(box[3], last.box[3])) return false;
  const [before, after] = [accentOf(last.code), accentOf(code)];
  const joined = after ? accented(last.text, after) : before ? accented(text, before) : null;
  if (joined === null) return false;
  open.text = open.text.slice(0, open.text.length - last.text.length) + joined;
  open.last = { ...last, code: joined.codePointAt(0) ?? 0, text: joined };
  stretch(open.box, box);
  return true;
}

/** No accent is such a letter, and most characters are. */
function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isOutside([x, y, width, height]: Box, page: { width: number; height: number }): boolean {
  return x + width < 0 || y + height < 0 || x > page.width || y > page.height;
}

function grow(open: Open, character: Character) {
  const { last } = open;
  if (isTurnedLigature(last, character) || isTurnedMark(last, character)) {
    open.text =
      open.text.slice(0, open.text.length - last.text.length) + character.text + last.text;
    stretch(open.box, character.box);
    return;
  }
  open.text += character.text;
  open.last = character;
  stretch(open.box, character.box);
}

/** The engine reverses right-to-left text letter by letter, and with it the two letters of one ligature. */
function isTurnedLigature(last: Character, { text, box }: Character): boolean {
  return (
    text === "ل" && /^[اأإآٱ]$/.test(last.text) && box[0] === last.box[0] && box[2] === last.box[2]
  );
}

const rtlMark = /^[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]$/;

function isRtlMark(text: string): boolean {
  return text.charCodeAt(0) >= 0x591 && rtlMark.test(text);
}

/** In the same way a vowel sign comes before its letter. */
function isTurnedMark({ text, box }: Character, next: Character): boolean {
  if (!isRtlMark(text) || isRtlMark(next.text)) return false;
  const middle = box[0] + box[2] / 2;
  return middle > next.box[0] && middle < next.box[0] + next.box[2];
}

function stretch(box: Box, [x, y, width, height]: Box) {
  const right = Math.max(box[0] + box[2], x + width);
  const bottom = Math.max(box[1] + box[3], y + height);
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = right - box[0];
  box[3] = bottom - box[1];
}

/** Far from the character before, to either side, as text may run from the right. */
function isElsewhere({ last }: Open, { box, style }: Character, direction: number): boolean {
  if (style.direction === oblique) {
    const away = Math.hypot(box[0] - last.box[0], box[1] - last.box[1]);
    return last.style.direction !== oblique || away > 2.5 * Math.max(style.size, 1);
  }
  if (last.style.direction === oblique) return true;
  const along = direction % 2;
  const across = 1 - along;
  const height = Math.max(box[2 + across] ?? 0, last.box[2 + across] ?? 0, 1);
  return (
    apart(last.box, box, along) > Math.min(height, 1.5 * Math.max(style.size, 1)) ||
    apart(last.box, box, across) > height * 0.3
  );
}

function apart(a: Box, b: Box, axis: number): number {
  const [from, length] = [a[axis] ?? 0, a[axis + 2] ?? 0];
  const [otherFrom, otherLength] = [b[axis] ?? 0, b[axis + 2] ?? 0];
  return Math.max(otherFrom - (from + length), from - (otherFrom + otherLength));
}
