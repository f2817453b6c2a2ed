import type { BlockInput, CellInput, LinkInput } from "@besunny/document-model/document-builder";
import type { ContentItem } from "../content-item";
import { joinRich, type RichText } from "../rich-text";

export type RowCell = { right: number; isMerged: boolean; isBelow: boolean };

export type ContentCollector = ReturnType<typeof createContentCollector>;

/** Collects text into paragraphs, and text in cells into tables. */
export function createContentCollector() {
  const items: ContentItem[] = [];
  let rows: { texts: RichText[]; cells: RowCell[] }[] = [];
  let after: ContentItem[] = [];
  let texts: RichText[] = [];
  let cell: RichText[] = [];
  let text = "";
  let links: LinkInput[] = [];

  function take(): RichText {
    const taken = { text, links };
    text = "";
    links = [];
    return taken;
  }

  function endTable() {
    if (rows.length === 0) return;
    items.push({ kind: "table", cells: laidOut(rows) }, ...after);
    rows = [];
    after = [];
  }

  return {
    items,
    get length() {
      return text.length;
    },
    say(item: string) {
      text += item;
    },
    link(url: string, start: number) {
      if (text.length > start) links.push({ start, end: text.length, url });
    },
    /** Adds an item that is anchored in the current paragraph. */
    hang(item: ContentItem) {
      after.push(item);
    },
    endParagraph(isInCell: boolean, role: Pick<BlockInput, "kind" | "level">) {
      const rich = take();
      if (isInCell) {
        if (rich.text.trim() !== "") cell.push(rich);
        return;
      }
      const hanging = after;
      if (texts.length === 0) {
        after = [];
        if (rows.length > 0 && rich.text.trim() === "" && hanging.length === 0) return;
        endTable();
      }
      items.push({ ...role, ...rich }, ...hanging);
    },
    endCell() {
      const rich = take();
      if (rich.text.trim() !== "") cell.push(rich);
      texts.push(joinRich(cell, " "));
      cell = [];
    },
    endRow(cells: RowCell[]) {
      if (texts.length > 0) rows.push({ texts, cells });
      texts = [];
    },
    /** Ends the last paragraph and table. Returns all items. */
    end(role: Pick<BlockInput, "kind" | "level">): ContentItem[] {
      if (texts.length > 0) this.endRow([]);
      const rest = joinRich([...cell, take()], " ");
      cell = [];
      const hanging = rows.length > 0 ? [] : after;
      endTable();
      items.push({ ...role, ...rest }, ...hanging);
      after = [];
      return items;
    },
  };
}

/** Edges that differ by less than this, in twentieths of a point, count as one edge. */
const sameEdge = 60;

/** Builds the cells of a table. Rows only list the right edges of their cells. A cell spans the columns of all edges that it crosses. */
function laidOut(rows: { texts: RichText[]; cells: RowCell[] }[]): CellInput[] {
  const edges = edgesOf(rows.flatMap(({ cells }) => cells.map(({ right }) => right)));
  const columnAt = (right: number) => edges.findIndex((edge) => right <= edge + sameEdge);
  const laid: CellInput[] = [];
  const open = new Map<number, CellInput>();
  for (const [row, { texts, cells }] of rows.entries()) {
    let column = 0;
    let before: CellInput | undefined;
    for (const [index, rich] of texts.entries()) {
      const cell = cells[index];
      const last = cell ? Math.max(column, columnAt(cell.right)) : column;
      const above = open.get(column);
      if (cell?.isMerged && before) before.columnSpan = last - before.column + 1;
      else if (cell?.isBelow && above) above.rowSpan = row - above.row + 1;
      else {
        before = { ...rich, row, column, ...(last > column && { columnSpan: last - column + 1 }) };
        laid.push(before);
        open.set(column, before);
      }
      column = last + 1;
    }
  }
  return laid;
}

function edgesOf(rights: number[]): number[] {
  const edges: number[] = [];
  for (const right of [...new Set(rights)].sort((a, b) => a - b))
    if (right - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > sameEdge) edges.push(right);
  return edges;
}
