import type { Box } from "@besunny/document-model/parsed-document";
import { heapOf, type Pdfium, withMemory } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";
import { actualTextBytes, createActualTexts } from "./actual-texts";
import {
  type CharacterStyle,
  characterStyleBytes,
  createStyleReader,
  oblique,
} from "./character-style";
import { isSpace, isUnreadable, textOf } from "./character-text";
import { textsInForms } from "./form-texts";
import { createWordJoiner, type WordJoiner } from "./join-characters";
import { createOverprints } from "./overprints";
import type { PageWords } from "./page-words";
import { partVerticalRuns } from "./vertical-runs";

const boxBytes = 16;
/** More than any page that is read by people; what comes after is cut. */
const mostCharacters = 1_000_000;

/** Reads the words of a page in the order of the file, without overprints. */
export function readPageWords(
  pdfium: Pdfium,
  page: number,
  placement: Placement,
  { hasLayeredForms = false, isTagged = false } = {},
): PageWords {
  const text = pdfium.FPDFText_LoadPage(page);
  const result: PageWords = { byDirection: [[], [], [], [], []], characters: 0, unreadable: 0 };
  if (text === 0) return result;
  try {
    withMemory(pdfium, boxBytes + characterStyleBytes + actualTextBytes, (address) => {
      const words = createWordJoiner(placement, result);
      const inForms = hasLayeredForms ? textsInForms(pdfium, page) : none;
      readCharacters(pdfium, { text, address, placement, inForms, isTagged }, result, words);
      words.close();
    });
    const [horizontal = [], turned = [], ...others] = result.byDirection;
    const { upright, downwards } = partVerticalRuns(horizontal, placement.size);
    if (downwards.length > 0) result.byDirection = [upright, [...turned, ...downwards], ...others];
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
  return result;
}

const none: ReadonlySet<number> = new Set();

/** An open text page, memory for its answers, and its text objects inside forms. */
type Open = {
  text: number;
  address: number;
  placement: Placement;
  inForms: ReadonlySet<number>;
  isTagged: boolean;
};

function readCharacters(
  pdfium: Pdfium,
  { text, address, placement, inForms, isTagged }: Open,
  result: PageWords,
  words: WordJoiner,
) {
  const styleOf = createStyleReader(pdfium, text, address + boxBytes, {
    placement,
    inForms,
    isTagged,
  });
  const lettersOf = createActualTexts(pdfium, address + boxBytes + characterStyleBytes);
  const isOverprint = createOverprints();
  const all = pdfium.FPDFText_CountChars(text);
  const count = Math.min(all, mostCharacters);
  if (all > count) result.isCut = true;
  let edges = new Float32Array(heapOf(pdfium).buffer, address, 4);
  for (let index = 0; index < count; index++) {
    const code = codeAt(pdfium, text, index);
    const object = pdfium.FPDFText_GetTextObject(text, index);
    if (isSpace(code)) {
      words.space(object === 0 && code === 32);
      continue;
    }
    const own = lettersOf(object, textOf(code));
    if (own === null || !pdfium.FPDFText_GetLooseCharBox(text, index, address)) continue;
    if (edges.length === 0) edges = new Float32Array(heapOf(pdfium).buffer, address, 4);
    const box = placement.boxOf(edges[0] ?? 0, edges[1] ?? 0, edges[2] ?? 0, edges[3] ?? 0);
    if ((code >= 0xdc00 && code <= 0xdfff) || isOverprint(code, box, object)) continue;
    result.characters += 1;
    if (isUnreadable(code) || pdfium.FPDFText_HasUnicodeMapError(text, index) === 1)
      result.unreadable += 1;
    if (own === "") continue;
    const style = styleOf(object, index);
    if (isOddlyTall(box, style)) {
      const origin = originOf(pdfium, text, index, address + boxBytes);
      if (origin) fitToType(box, style, placement.toPage([...origin, ...origin]));
    }
    words.add({ code, text: own, box, style, object });
  }
}

/** Fonts of mathematics and some made by hand say that their letters reach far above and below the line, or not at all. */
function isOddlyTall(box: Box, { direction, size }: CharacterStyle): boolean {
  const height = box[direction % 2 === 0 ? 3 : 2];
  return direction !== oblique && (height > 1.7 * size || height < 0.4 * size);
}

function originOf(
  pdfium: Pdfium,
  text: number,
  index: number,
  at: number,
): [number, number] | null {
  const address = at + (-at & 7);
  if (!pdfium.FPDFText_GetCharOrigin(text, index, address, address + 8)) return null;
  const [x = 0, y = 0] = new Float64Array(heapOf(pdfium).buffer, address, 2);
  return [x, y];
}

function fitToType(box: Box, { direction, size }: CharacterStyle, [x, y]: Box) {
  const [above, below] = [0.85 * size, 0.22 * size];
  const axis = direction % 2 === 0 ? 1 : 0;
  const start = axis === 1 ? y : x;
  const isUpwards = direction === 0 || direction === 3;
  box[axis] = start - (isUpwards ? above : below);
  box[axis + 2] = above + below;
}

const hyphen = 2;

/** Returns the code of a character. Characters beyond the first plane come in two halves; the first returns the whole code. */
function codeAt(pdfium: Pdfium, text: number, index: number): number {
  const code = pdfium.FPDFText_GetUnicode(text, index);
  if (code === hyphen && pdfium.FPDFText_IsHyphen(text, index) !== 1) return 1;
  if (code < 0xd800 || code > 0xdbff) return code;
  const low = pdfium.FPDFText_GetUnicode(text, index + 1);
  return low >= 0xdc00 && low <= 0xdfff ? (code - 0xd800) * 0x400 + low + 0x2400 : code;
}
