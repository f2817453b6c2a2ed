import { cellAddress, rangeStart } from "./a1";
import type { Block, Cell, DocumentModel, Page } from "./document-model";

/**
 * The document as semantic HTML made from the model alone: nothing of the file's own markup comes through, and all text is
 * escaped. Each block carries its id, `data-start` gives the offset of its text, and cells of sheets their address in `data-cell`.
 */
export function toHtml({ text, pages, blocks }: DocumentModel): string {
  const byPage = Map.groupBy(blocks, ({ page }) => page);
  return pages.map((page) => sectionOf(page, flow(text, byPage.get(page.number) ?? []))).join("\n");
}

function sectionOf({ number, kind, label }: Page, content: string): string {
  const name = label ? ` aria-label="${escaped(label)}"` : "";
  return `<section data-page="${number}" data-kind="${kind}"${name}>\n${content}\n</section>`;
}

function flow(text: string, blocks: Block[]): string {
  const lines: string[] = [];
  let isInList = false;
  for (const block of blocks) {
    const isItem = block.kind === "list-item";
    if (isItem !== isInList) lines.push(isItem ? "<ul>" : "</ul>");
    isInList = isItem;
    lines.push(blockOf(text, block));
  }
  if (isInList) lines.push("</ul>");
  return lines.join("\n");
}

function blockOf(text: string, block: Block): string {
  const marks = `id="${escaped(block.id)}" data-start="${block.span[0]}"`;
  if (block.cells) return tableOf(block, block.cells, marks);
  const own = escaped(text.slice(...block.span)).replaceAll("\n", "<br>\n");
  switch (block.kind) {
    case "title":
      return `<h1 ${marks}>${own}</h1>`;
    case "heading": {
      const level = Math.min(6, Math.max(1, block.level ?? 2));
      return `<h${level} ${marks}>${own}</h${level}>`;
    }
    case "list-item":
      return `<li ${marks} data-level="${block.level ?? 1}">${own}</li>`;
    case "code":
    case "formula":
      return `<pre ${marks}><code>${escaped(text.slice(...block.span))}</code></pre>`;
    case "figure":
      return `<figure ${marks}>${own}</figure>`;
    case "header":
    case "footer":
      return `<p ${marks} data-kind="${block.kind}"><small>${own}</small></p>`;
    case "caption":
    case "footnote":
      return `<p ${marks} data-kind="${block.kind}">${own}</p>`;
    default:
      return `<p ${marks}>${own}</p>`;
  }
}

function tableOf(block: Block, cells: Cell[], marks: string): string {
  const origin = block.range ? rangeStart(block.range) : null;
  const covered = coveredPlaces(cells);
  const range = block.range ? ` data-range="${escaped(block.range)}"` : "";
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()];
  const body = rows.map((row) => `<tr>${rowOf(row, origin, covered)}</tr>`).join("\n");
  return `<table ${marks}${range}>\n${body}\n</table>`;
}

type Corner = { row: number; column: number };

function rowOf(row: Cell[], origin: Corner | null, covered: Set<string>): string {
  let column = 0;
  let html = "";
  for (const cell of row) {
    html += gap(column, cell, covered) + cellOf(cell, origin);
    column = cell.column + (cell.columnSpan ?? 1);
  }
  return html;
}

function gap(from: number, { row, column: to }: Cell, covered: Set<string>): string {
  let empty = 0;
  for (let column = from; column < to; column++) if (!covered.has(`${row},${column}`)) empty += 1;
  if (empty === 0) return "";
  return empty === 1 ? "<td></td>" : `<td colspan="${empty}"></td>`;
}

function cellOf(cell: Cell, origin: Corner | null): string {
  const { span, rowSpan, columnSpan, isHeader, text } = cell;
  const name = isHeader ? "th" : "td";
  const address = origin && cellAddress(origin.row + cell.row, origin.column + cell.column);
  const attributes = [
    `data-start="${span[0]}"`,
    ...(address ? [`data-cell="${address}"`] : []),
    ...(rowSpan ? [`rowspan="${rowSpan}"`] : []),
    ...(columnSpan ? [`colspan="${columnSpan}"`] : []),
  ];
  return `<${name} ${attributes.join(" ")}>${escaped(text)}</${name}>`;
}

/** Where a cell further up reaches down into. */
function coveredPlaces(cells: Cell[]): Set<string> {
  const covered = new Set<string>();
  for (const { row, column, rowSpan = 1, columnSpan = 1 } of cells) {
    if (covered.size > 1_000_000) break;
    for (let down = 1; down < rowSpan; down++)
      for (let across = 0; across < columnSpan; across++)
        covered.add(`${row + down},${column + across}`);
  }
  return covered;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
