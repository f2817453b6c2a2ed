import { heapOf, type Pdfium } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";

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
};

export const oblique = 4;

type Font = Pick<CharacterStyle, "isBold" | "isMono" | "isSymbol">;

const fixedPitch = 1;
const matrixBytes = 24;
const nameBytes = 200;

/** Bytes of memory that reading one style needs. */
export const characterStyleBytes = matrixBytes + nameBytes;

/** Objects and fonts keep their address while their page is open. */
export function createStyleReader(
  pdfium: Pdfium,
  text: number,
  address: number,
  placement: Placement,
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
    const font = object === 0 ? plain : fontOf(object);
    if (!pdfium.FPDFText_GetMatrix(text, index, address)) return { direction: 0, size, ...font };
    const [a = 1, b = 0, c = 0, d = 1] = new Float32Array(heapOf(pdfium).buffer, address, 4);
    return {
      direction: directionOf(Math.atan2(b, a) + (signed < 0 ? Math.PI : 0), placement.rotation),
      size: size * Math.hypot(c, d) || size,
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
