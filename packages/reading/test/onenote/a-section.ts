import { kinds, propertyIds } from "../../src/formats/onenote/store/property-ids";
import { type OneNode, type OneSpace, type OneValues, u32, u64 } from "./nodes";

export function aNode(kind: number, values: OneValues, more: Partial<OneNode> = {}): OneNode {
  return { kind, values, ...more };
}

/** A section of the given pages, with the list of pages first. A page in `deleted` is in the file but not in the list. */
export function aSection(pages: OneSpace[], deleted: OneSpace[] = []): OneSpace[] {
  const series = pages.map((page) =>
    aNode(kinds.pageSeries, [[propertyIds.childSpaces, { spaces: [page] }]]),
  );
  const content = aNode(kinds.section, [[propertyIds.children, { nodes: series }]]);
  const metadata = aNode(0x20031, [[propertyIds.sectionName, "Building"]]);
  return [{ content, metadata }, ...pages, ...deleted];
}

type Page = { title?: string; level?: number; author?: string; titleDate?: string };

const created = 132_000_000_000_000_000;
const changed = 1_250_000_000;

/** A page with the given content below its title. */
export function aPage(
  children: OneNode[],
  { title, level = 1, author, titleDate }: Page,
): OneSpace {
  const heading = aNode(kinds.title, [
    [
      propertyIds.children,
      {
        nodes: [
          anOutline([
            anElement([aText(title ?? "")]),
            ...(titleDate ? [anElement([aText(titleDate, [[propertyIds.isTitleDate, 1]])])] : []),
          ]),
        ],
      },
    ],
  ]);
  const page = aNode(kinds.page, [
    [propertyIds.children, { nodes: children }],
    [propertyIds.structure, { nodes: title === undefined ? [] : [heading] }],
    [propertyIds.lastModified, changed],
    ...(author ? ([[propertyIds.author, author]] as const) : []),
  ]);
  return {
    content: aNode(kinds.pageManifest, [[propertyIds.contents, { nodes: [page] }]]),
    metadata: aNode(0x20030, [
      [propertyIds.pageLevel, level],
      [propertyIds.createdAt, u64(created)],
      [propertyIds.cachedTitle, "What the page begins with"],
    ]),
  };
}

export function anOutline(elements: OneNode[], at: { down?: number } = {}): OneNode {
  const down = Buffer.alloc(4);
  down.writeFloatLE(at.down ?? 0);
  return aNode(kinds.outline, [
    [propertyIds.offsetVertical, down.readUInt32LE()],
    [propertyIds.children, { nodes: elements }],
  ]);
}

/** A paragraph of an outline: its content, the mark of a list and the paragraphs below it. */
export function anElement(
  contents: OneNode[],
  { list, below = [] }: { list?: OneNode; below?: OneNode[] } = {},
): OneNode {
  return aNode(kinds.outlineElement, [
    [propertyIds.listNodes, { nodes: list ? [list] : [] }],
    [propertyIds.contents, { nodes: contents }],
    [propertyIds.children, { nodes: below }],
  ]);
}

export function aText(text: string, more: OneValues = []): OneNode {
  return aNode(kinds.richText, [[propertyIds.text, text], ...more]);
}

export function aStyle(name: string): OneValues[number] {
  const style = aNode(0x12004d, [[propertyIds.styleName, name]]);
  return [propertyIds.paragraphStyle, { nodes: [style] }];
}

/** Runs of the given ends and looks. */
export function runs(ends: number[], looks: OneValues[]): OneValues {
  return [
    [propertyIds.runIndex, Buffer.concat(ends.map(u32))],
    [propertyIds.runFormatting, { nodes: looks.map((values) => aNode(0x12004d, values)) }],
  ];
}

/** `format` as OneNote writes it: U+FFFD and the code of the kind of number stand for the number. */
export function aList(format: string, more: OneValues = []): OneNode {
  const stored = Buffer.from(`${String.fromCharCode(format.length)}${format}`, "utf16le");
  return aNode(kinds.list, [[propertyIds.listFormat, stored], ...more]);
}

export function aTag(label: string, shape: number, status: number): OneValues[number] {
  const definition = aNode(0x120043, [
    [propertyIds.tagLabel, label],
    [propertyIds.tagShape, shape],
  ]);
  const tag: OneValues = [
    [propertyIds.tagDefinition, { nodes: [definition] }],
    [propertyIds.tagStatus, status],
  ];
  return [propertyIds.tags, { sets: [tag] }];
}

export function aTable(rows: OneNode[][][]): OneNode {
  const cell = (nodes: OneNode[]) =>
    aNode(kinds.tableCell, [
      [propertyIds.children, { nodes: nodes.map((node) => anElement([node])) }],
    ]);
  const row = (cells: OneNode[][]) =>
    aNode(kinds.tableRow, [[propertyIds.children, { nodes: cells.map(cell) }]]);
  return aNode(kinds.table, [[propertyIds.children, { nodes: rows.map(row) }]]);
}

export function aFile(name: string, bytes: Buffer, more: OneValues = []): OneNode {
  const container = aNode(0x80036, [], { file: bytes });
  return aNode(kinds.embeddedFile, [
    [propertyIds.fileName, name],
    [propertyIds.fileContainer, { nodes: [container] }],
    ...more,
  ]);
}
