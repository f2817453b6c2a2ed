/** x, y, width, height in points (PDF, slides) or pixels (images); origin top left of the page as shown, rotation applied. */
export type Box = [x: number, y: number, width: number, height: number];

/** UTF-16 offsets in `DocumentModel.text`, end exclusive. */
export type Span = [start: number, end: number];

export type BlockKind =
  | "title"
  | "heading"
  | "paragraph"
  | "list-item"
  | "table"
  | "figure"
  | "caption"
  | "header"
  | "footer"
  | "footnote"
  | "code"
  | "formula";

/** Row and column count from 0. `text` is `DocumentModel.text.slice(...span)`. */
export type Cell = {
  text: string;
  span: Span;
  row: number;
  column: number;
  rowSpan?: number;
  columnSpan?: number;
  isHeader?: boolean;
};

/** The blocks in reading order, joined by an empty line, are the text. `range` is A1:D9 in sheets. */
export type Block = {
  id: string;
  kind: BlockKind;
  level?: number;
  page: number;
  span: Span;
  boxes?: Box[];
  cells?: Cell[];
  range?: string;
};

export type Word = [
  start: number,
  end: number,
  x: number,
  y: number,
  width: number,
  height: number,
];

/** `number` counts from 1. `recognised` says that the words came from OCR; `quality.score` runs from 0 to 1. */
export type Page = {
  number: number;
  kind: "page" | "sheet" | "slide" | "flow" | "image";
  label?: string;
  width: number;
  height: number;
  rotation: number;
  span: Span;
  words: Word[];
  recognised: boolean;
  quality: { score: number; reasons: string[] };
};

export type Format =
  | "pdf"
  | "docx"
  | "xlsx"
  | "pptx"
  | "odt"
  | "ods"
  | "odp"
  | "rtf"
  | "html"
  | "markdown"
  | "text"
  | "csv"
  | "eml"
  | "msg"
  | "png"
  | "jpeg"
  | "tiff"
  | "webp"
  | "gif"
  | "doc"
  | "xls"
  | "ppt"
  | "epub"
  | "vtt"
  | "srt"
  | "json"
  | "xml";

/** A file found inside another. `path` is where the child wrote it, in the output directory. */
export type Attachment = { fileName: string; mediaType: string; path: string; size: number };

/** What every format becomes: one plain text, and pages, blocks and words that point into it. */
export type DocumentModel = {
  format: Format;
  mediaType: string;
  text: string;
  pages: Page[];
  blocks: Block[];
  metadata: {
    title?: string;
    author?: string;
    createdAt?: string;
    subject?: string;
    from?: string;
    to?: string[];
    sentAt?: string;
  };
  attachments: Attachment[];
  warnings: string[];
};

/** Where a statement points, in the words of the format it came from. */
export type Locator =
  | { page: number; boxes: Box[] }
  | { block: string; page?: number }
  | { sheet: string; range: string }
  | { slide: number; block: string };
