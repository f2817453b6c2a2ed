import { isWhite } from "../../visible-letters";
import { heapOf, type Pdfium } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";
import { contentMark, contentMarkBytes } from "./content-mark";

/**
 * Style of the characters of one text object. `direction` counts quarter turns clockwise, of the page as shown;
 * `oblique` is text that runs at another angle.
 */
export type CharacterStyle = {
  direction: number;
  size: number;
  isBold: boolean;
  isMono: boolean;
  isSymbol: boolean;
  /** The file asks for letters that may not show: in white, without ink, or in a layer that can be switched off. */
  mayBeHidden: boolean;
  /** The number of the marked content of a tagged file. */
  mark?: number;
};

export const oblique = 4;

type Font = Pick<CharacterStyle, "isBold" | "isMono" | "isSymbol">;

const fixedPitch = 1;
const matrixBytes = 24;
const nameBytes = 200;
const colorBytes = 16;
const markBytes = 16;

/** Bytes of memory that reading one style needs. */
export const characterStyleBytes =
  matrixBytes + nameBytes + colorBytes + markBytes + contentMarkBytes;

/** Objects and fonts keep their address while their page is open. `inForms` holds text objects whose form may be in a layer. */
export function createStyleReader(
  pdfium: Pdfium,
  text: number,
  address: number,
  {
    placement,
    inForms,
    isTagged,
  }: { placement: Placement; inForms: ReadonlySet<number>; isTagged: boolean },
) {
  const styles = new Map<number, CharacterStyle>();
  const fonts = new Map<number, Font>();

  function fontOf(object: number): Font {
    const handle = pdfium.FPDFTextObj_GetFont(object);
    const known = fonts.get(handle);
    if (known) return known;
    const font = readFont(pdfium, handle, address + matrixBytes);
    fonts.set(handle, font);
    return font;
  }

  function read(object: number, index: number): CharacterStyle {
    const signed = pdfium.FPDFText_GetFontSize(text, index);
    const size = Math.abs(signed);
    const plain = { isBold: false, isMono: false, isSymbol: false };
    const font: Font & { mark?: number } = object === 0 ? plain : { ...fontOf(object) };
    if (isTagged && object !== 0)
      font.mark = contentMark(pdfium, object, address + characterStyleBytes - contentMarkBytes);
    const mayBeHidden =
      object !== 0 &&
      (inForms.has(object) || mayHide(pdfium, object, address + matrixBytes + nameBytes));
    if (!pdfium.FPDFText_GetMatrix(text, index, address))
      return { direction: 0, size, mayBeHidden, ...font };
    const [a = 1, b = 0, c = 0, d = 1] = new Float32Array(heapOf(pdfium).buffer, address, 4);
    return {
      direction: directionOf(Math.atan2(b, a) + (signed < 0 ? Math.PI : 0), placement.rotation),
      size: size * Math.hypot(c, d) || size,
      mayBeHidden,
      ...font,
    };
  }

  return (object: number, index: number): CharacterStyle => {
    const known = styles.get(object);
    if (known && object !== 0) return known;
    const style = read(object, index);
    styles.set(object, style);
    return style;
  };
}

const invisible = 3;
const clipping = 7;

function mayHide(pdfium: Pdfium, object: number, address: number): boolean {
  const mode = pdfium.FPDFTextObj_GetTextRenderMode(object);
  if (mode === invisible || mode === clipping) return true;
  if (pdfium.FPDFPageObj_GetFillColor(object, address, address + 4, address + 8, address + 12)) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = new Uint32Array(
      heapOf(pdfium).buffer,
      address,
      4,
    );
    if (alpha < 20 || isWhite([red, green, blue])) return true;
  }
  return isInLayer(pdfium, object, address + colorBytes);
}

/** Layers ("optional content") mark their objects with `OC`. Compares the bytes, because a page has thousands of marks. */
function isInLayer(pdfium: Pdfium, object: number, address: number): boolean {
  const count = Math.min(pdfium.FPDFPageObj_CountMarks(object), 8);
  for (let index = 0; index < count; index += 1) {
    const mark = pdfium.FPDFPageObj_GetMark(object, index);
    const isNamed = pdfium.FPDFPageObjMark_GetName(mark, address, 8, address + 8);
    const heap = heapOf(pdfium);
    const [size = 0] = new Uint32Array(heap.buffer, address + 8, 1);
    if (isNamed && size === 6 && heap[address] === letterO && heap[address + 2] === letterC)
      return true;
  }
  return false;
}

const letterO = "O".charCodeAt(0);
const letterC = "C".charCodeAt(0);

function readFont(pdfium: Pdfium, handle: number, address: number): Font {
  if (handle === 0) return { isBold: false, isMono: false, isSymbol: false };
  const length = pdfium.FPDFFont_GetBaseFontName(handle, address, nameBytes);
  const name =
    length > 0 && length <= nameBytes
      ? Buffer.from(heapOf(pdfium).subarray(address, address + length)).toString("latin1")
      : "";
  const isNamedBold = /bold|black|heavy|demi|[-,]bd\b|cmbx|sfbx/i.test(name);
  return {
    isBold: isNamedBold || pdfium.FPDFFont_GetWeight(handle) >= 600,
    isMono:
      (pdfium.FPDFFont_GetFlags(handle) & fixedPitch) !== 0 ||
      /mono|courier|consol|typewriter|cmtt|sftt|menlo|fixed/i.test(name),
    isSymbol: /dingbat|wingding|webding|symbol/i.test(name),
  };
}

/** The engine turns against the clock; a page that is itself turned turns its text along. */
function directionOf(angle: number, rotation: number): number {
  const quarters = angle / (Math.PI / 2);
  const whole = Math.round(quarters);
  if (Math.abs(quarters - whole) > 0.11) return oblique;
  return (((rotation - whole) % 4) + 4) % 4;
}
