import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { type Archive, openArchive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted } from "../../../contract/refusals";
import { descendants, parseXml, parseXmlParts, type XmlElement } from "../../../xml/xml";
import { createPictureReader } from "../drawing/pictures";
import { describedIn } from "../metadata";
import { flowOf, type OdfContext } from "../odf/flow";
import { readObjects } from "../odf/objects";
import { readOdfStyles } from "../odf/styles";
import { reportDamage } from "../report-damage";
import { addSheets } from "./add-sheets";
import { type Room, roomAfter, roomOf } from "./cells";
import { collectOdsRows } from "./ods-cells";
import { readDataFormats } from "./ods-formats";
import { readOdsLooks } from "./ods-looks";
import type { Sheet } from "./sheet";

/**
 * Reads an OpenDocument spreadsheet, packed or as one flat XML file: a page for each sheet. `styles.xml` may be missing. Throws
 * `ReadingError`.
 */
export async function readOds(source: ReaderInput): Promise<ParsedDocument> {
  const isPacked = source.bytes.subarray(0, 2).toString("latin1") === "PK";
  const archive = isPacked ? await openArchive(source.bytes, source.limits) : null;
  const builder = createDocumentBuilder(source);
  const file = archive && {
    archive,
    source,
    pictures: createPictureReader(archive, source, builder),
  };
  await addSheets(builder, await sheetsOf(source, archive, builder), file);
  if (archive) reportDamage(builder, archive);
  return builder.build();
}

async function sheetsOf(
  source: ReaderInput,
  archive: Archive | null,
  { metadata }: DocumentBuilder,
): Promise<Sheet[]> {
  if (/encryption-data/.test((await archive?.text("META-INF/manifest.xml")) ?? ""))
    throw encrypted("The spreadsheet");
  const text = archive ? await archive.text("content.xml") : new TextDecoder().decode(source.bytes);
  const start = /<(?:\w+:)?body[\s>]/.exec(text)?.index;
  if (start === undefined) throw corrupt("The spreadsheet");
  const head = parseXml(text.slice(0, start));
  const roots = [...(archive ? [parseXml(await archive.text("styles.xml"))] : []), head];
  const described = archive ? parseXml(await archive.text("meta.xml")) : head;
  Object.assign(metadata, describedIn(described));

  let unseen: string[] = [];
  const hide = (text: string) => void unseen.push(text);
  const context: OdfContext = {
    archive,
    styles: readOdfStyles(roots),
    counts: new Map(),
    changes: { inserted: 0, deleted: 0 },
    objects: archive ? await readObjects(archive) : new Map(),
    hide,
    isOnGround: true,
  };
  const formats = readDataFormats(roots);
  const looks = readOdsLooks(roots);
  const whiteIsLeftOut = !grounds.test(text);
  const hiddenTables = hiddenTableStyles(roots);
  const sheets: Sheet[] = [];
  let left: Room = roomOf(source.limits);
  let current: { element: XmlElement; rows: ReturnType<typeof collectOdsRows> } | null = null;

  function endSheet(): void {
    if (!current) return;
    const { element, rows } = current;
    const { hanging, ...content } = rows.ended();
    left = roomAfter(left, content);
    const drawn = hanging.map(({ at, shapes }) => ({
      at,
      items: flowOf({ name: "", attributes: {}, children: shapes }, context),
    }));
    sheets.push({
      ...content,
      unseenShapes: unseen,
      name: element.attributes.name ?? `Sheet ${sheets.length + 1}`,
      isHidden: hiddenTables.has(element.attributes["style-name"] ?? ""),
      drawn,
    });
    unseen = [];
    current = null;
  }

  parseXmlParts(text.slice(start), partsOfSheet, (part, around) => {
    const table = around.findLast(({ name }) => name === "table");
    const isOnSheet = around.some(({ name }) => name === "spreadsheet");
    if (!table || !isOnSheet) return;
    if (current?.element !== table) {
      endSheet();
      const { styles } = context;
      const given = { room: left, styles, formats, looks, whiteIsLeftOut, hide };
      current = { element: table, rows: collectOdsRows(given) };
    }
    if (part.name === "table-column") current.rows.addColumn(part);
    else if (part.name === "shapes") current.rows.addShapes(part);
    else current.rows.addRow(part);
  });
  endSheet();
  return sheets;
}

const partsOfSheet = new Set(["table-column", "table-row", "shapes"]);

/** Drawings and colours by rules may lie behind white words, so that they show. */
const grounds = /<(?:\w+:)?(?:shapes|frame|custom-shape|rect|conditional-format)[ >/]/;

function hiddenTableStyles(roots: readonly XmlElement[]): Set<string> {
  const hidden = roots
    .flatMap((root) => descendants(root, "style"))
    .filter((style) =>
      descendants(style, "table-properties").some(
        ({ attributes }) => attributes["table:display"] === "false",
      ),
    );
  return new Set(hidden.map(({ attributes }) => attributes.name ?? ""));
}
