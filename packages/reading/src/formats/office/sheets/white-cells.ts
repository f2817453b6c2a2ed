import { utils } from "@e965/xlsx";
import type { Archive } from "../../../archive/archive";
import { child, elements, parseXml, type XmlElement } from "../../../xml/xml";
import type { WhiteCells } from "./cells";

/** Drawings, pictures, styles of tables and colours by rules may lie behind white words, so that they show. */
const grounds = /<(?:\w+:)?(?:drawing|picture|tablePart|conditionalFormatting|legacyDrawing)[ >/]/;

/**
 * Returns a function that finds the cells of a sheet of XLSX whose letters are white on no colour, from the XML of the sheet. The function is null for
 * a workbook without such a style, so that sheets need not be searched.
 */
export async function whiteCellsReader(
  archive: Archive,
): Promise<((sheet: string) => WhiteCells) | null> {
  if (!archive.has("xl/styles.xml")) return null;
  const white = whiteStyles(parseXml(await archive.text("xl/styles.xml")));
  if (white.size === 0) return null;
  return (sheet) => {
    const found = new Set<string>();
    for (const [tag] of sheet.matchAll(/<(?:\w+:)?c [^<>]*>/g)) {
      const style = / s="(\d+)"/.exec(tag)?.[1];
      if (style !== undefined && white.has(Number(style)))
        found.add(/ r="([A-Z]+\d+)"/.exec(tag)?.[1] ?? "");
    }
    return {
      has: (row, column) => found.has(utils.encode_cell({ r: row, c: column })),
      areLeftOut: !grounds.test(sheet),
    };
  };
}

/** Returns the numbers of the cell formats with a white font and without a fill of another colour. */
function whiteStyles(root: XmlElement): Set<number> {
  const sheet = elements(root)[0];
  const listed = (name: string) => {
    const list = child(sheet, name);
    return list ? elements(list) : [];
  };
  const fonts = listed("fonts").map((font) => isWhite(child(font, "color")));
  const fills = listed("fills").map((fill) => isClear(child(fill, "patternFill"), fill));
  const formats = listed("cellXfs").map(
    ({ attributes }) =>
      (fonts[Number(attributes.fontId ?? 0)] ?? false) &&
      (fills[Number(attributes.fillId ?? 0)] ?? true),
  );
  return new Set(formats.flatMap((is, index) => (is ? [index] : [])));
}

function isClear(pattern: XmlElement | undefined, fill: XmlElement): boolean {
  if (child(fill, "gradientFill")) return false;
  const type = pattern?.attributes.patternType ?? "none";
  return type === "none" || (type === "solid" && isWhite(child(pattern, "fgColor")));
}

/** White by its value, as the first colour of the theme, or by its number in the old palette. */
function isWhite(color: XmlElement | undefined): boolean {
  if (!color) return false;
  const { rgb, theme, indexed, tint = "0" } = color.attributes;
  if (rgb !== undefined) return /^(?:[\da-f]{2})?f[\da-f]f[\da-f]f[\da-f]$/i.test(rgb);
  if (theme !== undefined) return theme === "0" && Number(tint) > -0.05;
  return indexed === "1" || indexed === "9";
}
