import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, parseXml, textOf, type XmlElement } from "../../../xml/xml";
import type { ContentItem } from "../content-item";
import { isHiddenShape } from "../hidden-shapes";
import { mainPart, partOf, partsOfKind, type Relations, readRelations } from "../relations";
import type { Corner, WhiteCells } from "./cells";
import { whiteCellsReader } from "./white-cells";

/**
 * The drawings of a sheet, at the cell where each begins, and the words of hidden shapes. `hidden` counts hidden rows and columns, `white` has the
 * cells in white on white.
 */
export type SheetExtras = {
  drawn: { at: Corner; items: ContentItem[] }[];
  unseenShapes?: string[];
  hidden: { rows: number; columns: number };
  white?: WhiteCells;
};

/** Reads the drawings of an XLSX or XLSB workbook, by the names of its sheets. */
export async function readSheetExtras(
  archive: Archive,
  names: string[],
): Promise<Map<string, SheetExtras>> {
  const extras = new Map<string, SheetExtras>();
  const whiteIn = await whiteCellsReader(archive);
  for (const [name, path] of await partsOfSheets(archive, names)) {
    const own = await readRelations(archive, path);
    const drawn: SheetExtras["drawn"] = [];
    const unseen: string[] = [];
    for (const drawing of partsOfKind(own, /^drawing$/, archive))
      drawn.push(...(await drawnOn(archive, drawing, unseen)));
    const isXml = path.toLowerCase().endsWith(".xml");
    const sheet = isXml ? await archive.text(path) : "";
    extras.set(name, {
      drawn,
      unseenShapes: unseen,
      hidden: hiddenIn(sheet),
      ...(whiteIn && { white: whiteIn(sheet) }),
    });
  }
  return extras;
}

/** Returns the parts of the sheets. A binary workbook lists them in another format, so they are found by number. */
async function partsOfSheets(archive: Archive, names: string[]): Promise<[string, string][]> {
  const part = await mainPart(archive, /^xl\/workbook\.(xml|bin)$/);
  if (!part) return [];
  if (!part.toLowerCase().endsWith(".xml"))
    return names.flatMap((name, index): [string, string][] => {
      const path = `xl/worksheets/sheet${index + 1}.bin`;
      return archive.has(path) ? [[name, path]] : [];
    });
  const relations = await readRelations(archive, part);
  return descendants(parseXml(await archive.text(part)), "sheet").flatMap(
    ({ attributes }): [string, string][] => {
      const path = partOf(relations, attributes["r:id"] ?? attributes.id, archive);
      return path && attributes.name ? [[attributes.name, path]] : [];
    },
  );
}

/** Counts hidden rows and columns without a parse, because sheets can be very large. */
function hiddenIn(sheet: string): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?(?:row|col) [^<>]*>/g)) {
    if (!/\shidden="(?:1|true)"/.test(tag)) continue;
    if (/^<(?:\w+:)?row/.test(tag)) rows += 1;
    else {
      const [first, last] = ["min", "max"].map((name) =>
        Number(new RegExp(` ${name}="(\\d+)"`).exec(tag)?.[1] ?? 0),
      );
      columns += Math.max(1, (last ?? 0) - (first ?? 0) + 1);
    }
  }
  return { rows, columns };
}

async function drawnOn(
  archive: Archive,
  path: string,
  unseen: string[],
): Promise<SheetExtras["drawn"]> {
  const relations = await readRelations(archive, path);
  const root = elements(parseXml(await archive.text(path)))[0];
  return elements(root ?? { name: "", attributes: {}, children: [] }).map((anchor) => {
    const from = child(anchor, "from");
    const place = (name: string) => {
      const found = child(from, name);
      return found ? Number(textOf(found)) || 0 : 0;
    };
    return {
      at: { row: place("row"), column: place("col") },
      items: itemsIn(anchor, { archive, relations, unseen }),
    };
  });
}

type Given = { archive: Archive; relations: Relations; unseen: string[] };

function itemsIn(parent: XmlElement, given: Given): ContentItem[] {
  const { archive, relations } = given;
  return elements(parent).flatMap((each): ContentItem[] => {
    const id = each.attributes["r:id"] ?? each.attributes.id;
    if (isHiddenShape(each)) {
      given.unseen.push(textOf(each));
      return [];
    }
    switch (each.name) {
      case "AlternateContent":
        return itemsIn(child(each, "Choice") ?? child(each, "Fallback") ?? each, given);
      case "txBody":
        return wordsOf(each);
      case "pic":
        return descendants(each, "blip").map(({ attributes }) => ({
          kind: "picture",
          path: partOf(relations, attributes["r:embed"] ?? attributes.embed, archive),
          description: child(each, "nvPicPr/cNvPr")?.attributes.descr ?? "",
        }));
      case "chart": {
        const path = partOf(relations, id, archive);
        return path ? [{ kind: "chart", path }] : [];
      }
      case "relIds": {
        const path = partOf(relations, each.attributes["r:dm"] ?? each.attributes.dm, archive);
        return path ? [{ kind: "diagram", path }] : [];
      }
      default:
        return itemsIn(each, given);
    }
  });
}

function wordsOf(body: XmlElement): ContentItem[] {
  const text = elements(body, "p")
    .map((paragraph) => descendants(paragraph, "t").map(textOf).join(""))
    .join("\n")
    .trim();
  return text === "" ? [] : [{ kind: "paragraph", text }];
}
