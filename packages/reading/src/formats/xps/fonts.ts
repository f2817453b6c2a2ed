import { create, type Font } from "fontkit";
import type { Archive } from "../../archive/archive";
import { partBytes } from "./package-parts";

/** The font of a run. Widths are shares of the font's size. */
export type RunFont = {
  isBold: boolean;
  widthOfGlyph(glyph: number): number;
  widthOfCharacter(character: string): number;
  textOfGlyph(glyph: number): string;
};

export type Fonts = { at(uri: string): Promise<RunFont> };

/** Reads the fonts of a file, each once. A font that cannot be read has letters of half its size. */
export function createFonts(archive: Archive): Fonts {
  const known = new Map<string, Promise<RunFont>>();
  return {
    at(uri) {
      const font = known.get(uri) ?? fontAt(archive, uri).catch(() => anyFont);
      known.set(uri, font);
      return font;
    },
  };
}

const anyFont: RunFont = {
  isBold: false,
  widthOfGlyph: () => 0.5,
  widthOfCharacter: () => 0.5,
  textOfGlyph: () => "",
};

const boldWeight = 600;

async function fontAt(archive: Archive, uri: string): Promise<RunFont> {
  const [path = "", index = "0"] = uri.split("#");
  const bytes = readable(await partBytes(archive, path), path);
  const opened = create(bytes);
  const font = "fonts" in opened ? opened.fonts[Number(index)] : opened;
  if (!font) return anyFont;
  return {
    isBold: (font["OS/2"]?.usWeightClass ?? 0) >= boldWeight,
    widthOfGlyph: (glyph) => widthOf(font, () => font.getGlyph(glyph)),
    widthOfCharacter: (character) =>
      widthOf(font, () => font.glyphForCodePoint(character.codePointAt(0) ?? 0)),
    textOfGlyph: (glyph) => font.stringsForGlyph(glyph)[0] ?? "",
  };
}

function widthOf(font: Font, glyphOf: () => { advanceWidth: number } | null): number {
  try {
    return (glyphOf()?.advanceWidth ?? font.unitsPerEm / 2) / font.unitsPerEm;
  } catch {
    return 0.5;
  }
}

const hiddenBytes = 32;

/** The start of a font is written over with the name of its part, a GUID, from its end to its beginning (ECMA-388, 9.1.7). */
function readable(bytes: Buffer, path: string): Buffer {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const [, guid] = /^\{?([0-9a-f-]{36})\}?\.odttf$/i.exec(name) ?? [];
  if (!guid) return bytes;
  const key = Buffer.from(guid.replaceAll("-", ""), "hex").reverse();
  return Buffer.from(
    bytes.map((byte, at) => (at < hiddenBytes ? byte ^ (key[at % key.length] ?? 0) : byte)),
  );
}
