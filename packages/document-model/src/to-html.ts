import { foldedQuotations, foldedSiteParts } from "./html/fold-quotations";
import { escaped, type Write, whole } from "./html/markup";
import { isRegion, sheetHtml } from "./html/sheet-html";
import { tableHtml } from "./html/table-html";
import { timed } from "./html/timed";
import type { Block, Link, Page, ParsedDocument, Picture } from "./parsed-document";
import { readingFamilies } from "./reading-release";

/**
 * Returns the document as semantic HTML, made from the parsed document alone. The file's own markup is not used, and all text is escaped.
 * Each block has its id, and `data-start` is the offset of its text. The tables of a sheet are one grid, whose cells name their block in
 * `data-block` and their address in `data-cell`. `data-doubt` says why a person should check a cell. Links to the web open in a new window, without an opener or a referrer. `addressOf` returns the address of a
 * picture by its id; without it, figures show only their words. Earlier mail behind a mail's own words is folded into `details`.
 * The parts of a web page that belong to its site are folded too. The summaries are empty. The talk of a recording has an empty button before each
 * sentence whose time is known: `data-ms` is that time, and `data-time` shows it.
 */
export function toHtml(
  { format, text, pages, blocks, links, pictures = [] }: ParsedDocument,
  addressOf?: (picture: string) => string,
): string {
  const byPage = Map.groupBy(blocks, ({ page }) => page);
  const plain = createWriter(text, links);
  const write = readingFamilies[format] === "recording" ? timed(plain, blocks) : plain;
  const pictureOf = addressOf ? createPictureWriter(pictures, addressOf) : () => "";
  const heads = mails.has(format) ? headsOf(text, blocks) : new Set<Block>();
  const isHead = (block: Block) => heads.has(block);
  const folds = new Map(
    [...byPage.values()].flatMap((own) => [
      ...foldedQuotations(text, own, isHead),
      ...(format === "html" ? foldedSiteParts(own) : []),
    ]),
  );
  const writer = { write, pictureOf, isHead, folds };
  return pages
    .map((page) => sectionOf(page, flow(writer, byPage.get(page.number) ?? [])))
    .join("\n");
}

type Writer = {
  write: Write;
  pictureOf: (block: Block) => string;
  /** True for the subject and the header lines of a mail. */
  isHead: (block: Block) => boolean;
  /** The first and the last block of each part that is folded. */
  folds: ReadonlyMap<Block, Block>;
};

const mails = new Set(["eml", "msg"]);

/** Returns the blocks with the subject and the header lines of a mail: the first of their kinds. */
function headsOf(text: string, blocks: readonly Block[]): Set<Block> {
  const [first, second] = blocks;
  const lines = first?.kind === "title" ? second : first;
  const isLines = lines && /^(From|To|Cc|Bcc|Date): /.test(text.slice(...lines.span));
  return new Set(
    [first?.kind === "title" ? first : null, isLines ? lines : null].filter(
      (each) => each !== null && each !== undefined,
    ),
  );
}

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
  const regions = blocks.filter(isRegion);
  const open = new Set<Block>();
  let isInList = false;
  for (const block of blocks) {
    if (isRegion(block) && block !== regions[0]) continue;
    const isItem = block.kind === "list-item";
    if (isItem !== isInList) lines.push(isItem ? "<ul>" : "</ul>");
    isInList = isItem;
    const end = writer.folds.get(block);
    if (end) {
      const part = block.kind === "quotation" ? "earlier" : "site";
      lines.push(`<details data-folded="${part}"><summary></summary>`);
      open.add(end);
    }
    lines.push(block === regions[0] ? sheetHtml(writer.write, regions) : blockOf(writer, block));
    if (open.delete(block)) lines.push("</details>");
  }
  if (isInList) lines.push("</ul>");
  return lines.join("\n");
}

/** A bullet or number at the start of an item's text. */
const ownMark = /^([•●▪■◦○‣⁃·*–-]|\(?[\p{L}\d]{1,4}[.)]|\d+(\.\d+)+)\s/u;

function blockOf({ write, pictureOf, isHead }: Writer, block: Block): string {
  const head = isHead(block) ? " data-mail-head" : "";
  const marks = `id="${escaped(block.id)}" data-start="${whole(block.span[0])}"${head}`;
  if (block.cells) return tableHtml(write, block, block.cells);
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
