import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";

type Style = "regular" | "bold" | "italic" | "boldItalic";

type Family = { name: string; files: Record<Style, string> };

const liberation = (style: string) => `pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`;
const google = (name: string, file: string) => (style: string) =>
  `@expo-google-fonts/${name}/${style}/${file}_${style}.ttf`;
const carlito = google("carlito", "Carlito");
const tinos = google("tinos", "Tinos");
const cousine = google("cousine", "Cousine");
const styled = (of: (style: string) => string): Record<Style, string> => ({
  regular: of("400Regular"),
  bold: of("700Bold"),
  italic: of("400Regular_Italic"),
  boldItalic: of("700Bold_Italic"),
});

/** Free fonts that are as wide as Arial, Calibri, Times New Roman and Courier New, so that lines break in the same places. */
export const families = {
  sans: {
    name: "Liberation Sans",
    files: {
      regular: liberation("Regular"),
      bold: liberation("Bold"),
      italic: liberation("Italic"),
      boldItalic: liberation("BoldItalic"),
    },
  },
  calibri: { name: "Carlito", files: styled(carlito) },
  serif: { name: "Tinos", files: styled(tinos) },
  mono: { name: "Cousine", files: styled(cousine) },
} satisfies Record<string, Family>;

type FamilyName = keyof typeof families;

const likeCalibri = /calibri|carlito|candara|corbel|aptos|gill sans|trebuchet|tahoma/i;
const likeTimes =
  /times|tinos|cambria|georgia|garamond|palatino|book antiqua|bookman|century(?! gothic)|constantia|didot|baskerville|serif|roman|song|ming|batang|mincho|明朝|宋/i;
const likeCourier = /courier|cousine|consolas|mono|menlo|lucida console|code\b/i;

/** Returns the family that replaces a font, by the name that a file has for the font. */
export function familyFor(font: string): FamilyName {
  if (likeCourier.test(font)) return "mono";
  if (/sans/i.test(font)) return likeCalibri.test(font) ? "calibri" : "sans";
  if (likeTimes.test(font)) return "serif";
  return likeCalibri.test(font) ? "calibri" : "sans";
}

let loading: Promise<Uint8Array[]> | undefined;

/** Returns the bytes of all fonts, read once a process. */
export function fontBuffers(): Promise<Uint8Array[]> {
  loading ??= Promise.all(
    Object.values(families).flatMap(({ files }) =>
      Object.values(files).map((file) => readFile(pathOf(file))),
    ),
  );
  return loading;
}

/** Returns a function that says whether the fonts can draw a character. */
export async function lettersOfFonts(): Promise<(character: string) => boolean> {
  const font = asFont(create(await readFile(pathOf(families.sans.files.regular))));
  return (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

type Measure = (text: string, font: string, size: number) => number;

let measuring: Promise<Measure> | undefined;

/** Returns a function that measures a text in a font: its width in the unit of `size`. */
export function measureOfFonts(): Promise<Measure> {
  measuring ??= createMeasure();
  return measuring;
}

async function createMeasure(): Promise<Measure> {
  const fonts = new Map<FamilyName, Font>();
  for (const name of ["sans", "calibri", "serif", "mono"] as const)
    fonts.set(name, asFont(create(await readFile(pathOf(families[name].files.regular)))));
  return (text, name, size) => {
    const font = fonts.get(familyFor(name));
    if (!font) return text.length * size * 0.5;
    let units = 0;
    for (const character of text)
      units += font.glyphForCodePoint(character.codePointAt(0) ?? 32).advanceWidth;
    return (units * size) / font.unitsPerEm;
  };
}

function asFont(font: ReturnType<typeof create>): Font {
  if ("fonts" in font) throw new TypeError("a single font was expected");
  return font;
}

function pathOf(file: string): string {
  return fileURLToPath(import.meta.resolve(file));
}
