import { cellAddress, columnName, rangeStart } from "./cell-address";
import type { Block, Cell, Link, Page, ParsedDocument, Picture, Span } from "./parsed-document";

/**
 * Returns the document as semantic HTML, made from the parsed document alone. The file's own markup is not used, and all text is escaped.
 * Each block has its id, and `data-start` is the offset of its text. Cells of sheets have their address in `data-cell`. `data-doubt` says why
 * a person should check a cell. Links to the web open in a new window, without an opener or a referrer. `addressOf` returns the address of a
 * picture by its id; without it, figures show only their words.
 */
export function toHtml(
  { text, pages, blocks, links, pictures = [] }: ParsedDocument,
  addressOf?: (picture: string) => string,
): string {
  const byPage = Map.groupBy(blocks, ({ page }) => page);
  const write = createWriter(text, links);
  const pictureOf = addressOf ? createPictureWriter(pictures, addressOf) : () => "";
  return pages
    .map((page) => sectionOf(page, flow({ write, pictureOf }, byPage.get(page.number) ?? [])))
    .join("\n");
}

/** The text at a span as HTML, its links included. */
type Write = (span: Span) => string;

type Writer = { write: Write; pictureOf: (block: Block) => string };

function createWriter(text: string, links: Link[]): Write {
  const sorted = [...links].sort((a, b) => a.span[0] - b.span[0]);
  return ([start, end]) => {
    let html = "";
    let from = start;
    for (const link of within(sorted, start, end)) {
      if (!("url" in link) || link.span[0] < from || link.span[1] > end) continue;
      html += escaped(text.slice(from, link.span[0]));
      html += `<a href="${escaped(link.url)}" target="_blank" rel="noopener noreferrer nofollow">${escaped(text.slice(...link.span))}</a>`;
      from = link.span[1];
    }
    return html + escaped(text.slice(from, end));
  };
}

function within(sorted: Link[], start: number, end: number): Link[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Link[] = [];
  for (let at = low; (sorted[at]?.span[0] ?? Infinity) < end; at++) {
    const link = sorted[at];
    if (link) found.push(link);
  }
  return found;
}

function sectionOf({ number, kind, label }: Page, content: string): string {
  const name = label ? ` aria-label="${escaped(label)}"` : "";
  return `<section data-page="${whole(number)}" data-kind="${escaped(kind)}"${name}>\n${content}\n</section>`;
}

function flow(writer: Writer, blocks: Block[]): string {
  const lines: string[] = [];
  let isInList = false;
  for (const block of blocks) {
    const isItem = block.kind === "list-item";
    if (isItem !== isInList) lines.push(isItem ? "<ul>" : "</ul>");
    isInList = isItem;
    lines.push(blockOf(writer, block));
  }
  if (isInList) lines.push("</ul>");
  return lines.join("\n");
}

/** A bullet or number at the start of an item's text. */
const ownMark = /^([•●▪■◦○‣⁃·*–-]|\(?[\p{L}\d]{1,4}[.)]|\d+(\.\d+)+)\s/u;

function blockOf({ write, pictureOf }: Writer, block: Block): string {
  const marks = `id="${escaped(block.id)}" data-start="${whole(block.span[0])}"`;
  if (block.cells) return tableOf(write, block, block.cells, marks);
  const own = write(block.span).replaceAll("\n", "<br>\n");
  switch (block.kind) {
    case "title":
      return `<h1 ${marks}>${own}</h1>`;
    case "heading": {
      const level = Math.min(6, Math.max(1, block.level ?? 2));
      return `<h${level} ${marks}>${own}</h${level}>`;
    }
    case "list-item":
      return `<li ${marks} data-level="${whole(block.level ?? 1)}"${ownMark.test(own) ? " data-marked-itself" : ""}>${own}</li>`;
    case "code":
    case "formula":
      return `<pre ${marks}><code>${write(block.span)}</code></pre>`;
    case "figure":
      return `<figure ${marks}>${figureOf(pictureOf(block), own)}</figure>`;
    case "header":
    case "footer":
      return `<p ${marks} data-kind="${block.kind}"><small>${own}</small></p>`;
    case "comment":
      return `<aside ${marks}>${own}</aside>`;
    case "quotation":
      return `<blockquote ${marks} data-level="${whole(block.level ?? 1)}">${own}</blockquote>`;
    case "caption": {
      const picture = pictureOf(block);
      return picture === ""
        ? `<p ${marks} data-kind="caption">${own}</p>`
        : `<figure ${marks} data-kind="caption">${figureOf(picture, own)}</figure>`;
    }
    case "footnote":
      return `<p ${marks} data-kind="${block.kind}">${own}</p>`;
    default:
      return `<p ${marks}>${own}</p>`;
  }
}

function figureOf(picture: string, own: string): string {
  if (picture === "") return own;
  return own === "" ? picture : `${picture}\n<figcaption>${own}</figcaption>`;
}

const pixelsPerPoint = 4 / 3;

/** Returns a function that writes the picture of a block as shown in the file, else in its own size. It loads when it comes near. */
function createPictureWriter(pictures: Picture[], addressOf: (id: string) => string) {
  const known = new Map(pictures.map((picture) => [picture.id, picture]));
  return ({ picture: shown }: Block): string => {
    const picture = known.get(shown?.id ?? "");
    if (!shown || !picture) return "";
    const [width, height] =
      shown.width && shown.height
        ? [shown.width * pixelsPerPoint, shown.height * pixelsPerPoint]
        : [picture.width, picture.height];
    const size =
      width > 0 && height > 0 ? ` width="${whole(width)}" height="${whole(height)}"` : "";
    return `<img src="${escaped(addressOf(picture.id))}" alt="${escaped(shown.alt ?? "")}"${size} loading="lazy" decoding="async">`;
  };
}

function tableOf(write: Write, block: Block, cells: Cell[], marks: string): string {
  const origin = block.range ? rangeStart(block.range) : null;
  const covered = coveredPlaces(cells);
  const range = block.range ? ` data-range="${escaped(block.range)}"` : "";
  const rows = [...Map.groupBy(cells, ({ row }) => row)];
  const body = rows
    .map(([row, own]) => {
      const name = origin ? axis("row", String(origin.row + row + 1)) : "";
      return `<tr>${name}${rowOf(write, own, origin, covered)}</tr>`;
    })
    .join("\n");
  const head = origin ? `${axesOf(origin, cells)}\n` : "";
  return `<table ${marks}${range}>\n${head}${body}\n</table>`;
}

/** More columns than these stay without letters. */
const mostColumns = 2000;

/** Returns the row of letters above a sheet. They are attributes, so that the text of the table is that of its cells. */
function axesOf(origin: Corner, cells: readonly Cell[]): string {
  const width = cells.reduce(
    (most, { column, columnSpan = 1 }) =>
      Math.max(most, column + Math.min(columnSpan, mostColumns)),
    0,
  );
  const letters = Array.from({ length: Math.min(width, mostColumns) }, (_, column) =>
    axis("col", columnName(origin.column + column)),
  );
  return `<thead><tr>${axis("corner", "")}${letters.join("")}</tr></thead>`;
}

function axis(kind: "row" | "col" | "corner", name: string): string {
  const scope = kind === "corner" ? "" : ` scope="${kind}" aria-label="${name}"`;
  return `<th data-axis="${name}"${scope}></th>`;
}

type Corner = { row: number; column: number };

function rowOf(write: Write, row: Cell[], origin: Corner | null, covered: Covered): string {
  let column = 0;
  let html = "";
  for (const cell of row) {
    html += gap(column, cell, covered) + cellOf(write, cell, origin);
    column = cell.column + (cell.columnSpan ?? 1);
  }
  return html;
}

function gap(from: number, { row, column: to }: Cell, covered: Covered): string {
  const taken = covered.get(row);
  const empty = to - from - (taken ? countWithin(taken, from, to) : 0);
  if (empty <= 0) return "";
  return empty === 1 ? "<td></td>" : `<td colspan="${empty}"></td>`;
}

/** Costs no more than the smaller of the two: the columns asked for or those taken. */
function countWithin(taken: Set<number>, from: number, to: number): number {
  let count = 0;
  if (taken.size < to - from) {
    for (const column of taken) if (column >= from && column < to) count += 1;
  } else for (let column = from; column < to; column++) if (taken.has(column)) count += 1;
  return count;
}

function cellOf(write: Write, cell: Cell, origin: Corner | null): string {
  const { span, rowSpan, columnSpan, isHeader, doubt } = cell;
  const name = isHeader ? "th" : "td";
  const address = origin && cellAddress(origin.row + cell.row, origin.column + cell.column);
  const attributes = [
    `data-start="${whole(span[0])}"`,
    ...(address ? [`data-cell="${address}"`] : []),
    ...(cell.number === undefined ? [] : ["data-number"]),
    ...(doubt ? [`data-doubt="${escaped(doubt)}" title="${escaped(doubt)}"`] : []),
    ...(rowSpan ? [`rowspan="${whole(rowSpan)}"`] : []),
    ...(columnSpan ? [`colspan="${whole(columnSpan)}"`] : []),
  ];
  return `<${name} ${attributes.join(" ")}>${write(span)}</${name}>`;
}

/** The columns of each row into which a cell further up reaches down. */
type Covered = Map<number, Set<number>>;

const mostCovered = 1_000_000;

function coveredPlaces(cells: Cell[]): Covered {
  const covered: Covered = new Map();
  let count = 0;
  for (const { row, column, rowSpan = 1, columnSpan = 1 } of cells)
    for (let down = 1; down < rowSpan; down++) {
      const columns = covered.get(row + down) ?? new Set();
      covered.set(row + down, columns);
      for (let across = 0; across < columnSpan; across++) {
        if (++count > mostCovered) return covered;
        columns.add(column + across);
      }
    }
  return covered;
}

/** Models come from processes that read hostile files: what should be a number is made one. */
function whole(number: number): number {
  return Math.trunc(Number(number)) || 0;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
