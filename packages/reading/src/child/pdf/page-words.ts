import type { Box } from "../../document-model";
import { frameOf, type PlacedWord } from "../layout/placed";
import { heapOf, type Pdfium, withMemory } from "./pdfium";
import type { Placement } from "./placement";

/** The words of a page as it is shown, parted by the direction they run in: 0, 90, 180 and 270 degrees clockwise. */
export type PageWords = { byDirection: PlacedWord[][]; characters: number; unreadable: number };

type Open = { text: string; box: Box; direction: number; index: number; isGlued: boolean };

const soft = 0xad;
const generatedHyphen = 2;

export function readPageWords(pdfium: Pdfium, page: number, placement: Placement): PageWords {
  const text = pdfium.FPDFText_LoadPage(page);
  const result: PageWords = { byDirection: [[], [], [], []], characters: 0, unreadable: 0 };
  if (text === 0) return result;
  try {
    withMemory(pdfium, 64, (address) => collect(pdfium, text, address, placement, result));
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
  return result;
}

function collect(
  pdfium: Pdfium,
  text: number,
  address: number,
  placement: Placement,
  result: PageWords,
) {
  const count = pdfium.FPDFText_CountChars(text);
  let open: Open | null = null;
  let wasGlued = false;

  const close = () => {
    if (open) keep(pdfium, text, address, placement, result, open);
    open = null;
  };

  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(text, index);
    if (isSpace(code)) {
      close();
      wasGlued = false;
      continue;
    }
    result.characters += 1;
    if (isUnreadable(code) || pdfium.FPDFText_HasUnicodeMapError(text, index) === 1)
      result.unreadable += 1;
    const character = characterOf(pdfium, text, index, code);
    if (character === "" || !pdfium.FPDFText_GetLooseCharBox(text, index, address)) continue;
    const box = placement.toPage(floatsAt(pdfium, address));
    const direction = directionOf(pdfium.FPDFText_GetCharAngle(text, index), placement.rotation);
    const previous: Open | null = open;
    const isWide = isWideScript(code);
    if (previous && (isWide || wasGlued || isElsewhere(previous, box, direction))) close();
    const isGlued: boolean =
      previous !== null && (isWide || wasGlued) && !isElsewhere(previous, box, direction);
    if (open) grow(open, character, box);
    else open = { text: character, box, direction, index, isGlued };
    wasGlued = isWide;
  }
  close();
}

function characterOf(pdfium: Pdfium, text: number, index: number, code: number): string {
  if (code === generatedHyphen || code === soft) return "-";
  if (code >= 0xd800 && code <= 0xdbff) {
    const low = pdfium.FPDFText_GetUnicode(text, index + 1);
    return low >= 0xdc00 && low <= 0xdfff ? String.fromCharCode(code, low) : "\ufffd";
  }
  if (code >= 0xdc00 && code <= 0xdfff) return "";
  if (code === 0xfffe || code === 0xffff || code < 32) return "";
  return String.fromCodePoint(code).normalize("NFKC");
}

function keep(
  pdfium: Pdfium,
  text: number,
  address: number,
  { size }: Placement,
  result: PageWords,
  { text: word, box, direction, index, isGlued }: Open,
) {
  if (box[2] <= 0 || box[3] <= 0 || isOutside(box, size)) return;
  result.byDirection[direction]?.push({
    text: word,
    box,
    at: frameOf(box, direction, size),
    size: sizeOf(pdfium, text, address, index),
    isBold: isBold(pdfium, text, address, index),
    isGlued,
  });
}

function isOutside([x, y, width, height]: Box, page: { width: number; height: number }): boolean {
  return x + width < 0 || y + height < 0 || x > page.width || y > page.height;
}

function grow(open: Open, character: string, [x, y, width, height]: Box) {
  const [left, top, ownWidth, ownHeight] = open.box;
  const right = Math.max(left + ownWidth, x + width);
  const bottom = Math.max(top + ownHeight, y + height);
  open.text += character;
  open.box = [Math.min(left, x), Math.min(top, y), 0, 0];
  open.box[2] = right - open.box[0];
  open.box[3] = bottom - open.box[1];
}

function isElsewhere({ box, direction }: Open, next: Box, nextDirection: number): boolean {
  if (direction !== nextDirection) return true;
  const height = Math.max(next[2], next[3], 1);
  const apartX = Math.max(next[0] - (box[0] + box[2]), box[0] - (next[0] + next[2]));
  const apartY = Math.max(next[1] - (box[1] + box[3]), box[1] - (next[1] + next[3]));
  return apartX > height || apartY > height * 0.3;
}

function sizeOf(pdfium: Pdfium, text: number, address: number, index: number): number {
  const size = pdfium.FPDFText_GetFontSize(text, index);
  if (!pdfium.FPDFText_GetMatrix(text, index, address)) return size;
  const [, , c, d] = floatsAt(pdfium, address);
  return size * Math.hypot(c, d) || size;
}

function isBold(pdfium: Pdfium, text: number, address: number, index: number): boolean {
  if (pdfium.FPDFText_GetFontWeight(text, index) >= 600) return true;
  const length = pdfium.FPDFText_GetFontInfo(text, index, address, 60, address + 60);
  return length > 0 && /bold|black|heavy|demi/i.test(pdfium.pdfium.UTF8ToString(address, 60));
}

/** The engine works in degrees by quarter turns; a page that is itself turned turns its text along. */
function directionOf(angle: number, rotation: number): number {
  const quarters = Math.round(angle / (Math.PI / 2));
  return (((rotation - quarters) % 4) + 4) % 4;
}

function floatsAt(pdfium: Pdfium, address: number): [number, number, number, number] {
  const floats = new Float32Array(heapOf(pdfium).buffer, address, 4);
  return [floats[0] ?? 0, floats[1] ?? 0, floats[2] ?? 0, floats[3] ?? 0];
}

function isSpace(code: number): boolean {
  return (
    code === 0 ||
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0xfeff
  );
}

function isUnreadable(code: number): boolean {
  return (
    code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code < 32 && code !== generatedHyphen)
  );
}

function isWideScript(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}
