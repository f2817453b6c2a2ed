/** x, y, width, height in points (PDF, slides) or pixels (images); origin top left of the page as shown, rotation applied. */
export type Box = [x: number, y: number, width: number, height: number];

/** UTF-16 offsets in `ParsedDocument.text`, end exclusive. */
export type Span = [start: number, end: number];

/** The kinds of blocks. Text that is of no other kind is a paragraph. */
export const blockKinds = [
  "title",
  "heading",
  "paragraph",
  "list-item",
  "table",
  "figure",
  "caption",
  "header",
  "footer",
  "footnote",
  "code",
  "formula",
  "comment",
  "quotation",
] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * Row and column count from 0. `text` is `ParsedDocument.text.slice(...span)`. `number` is the value of a numeric text in the locale of its
 * table; 5 % is 0.05. `shown` is the cell as its sheet shows it, where that differs from `text`: a date under its own format. `formula` begins
 * with an equals sign. `doubt` is a sentence that says why a person should check the cell.
 */
export type Cell = {
  text: string;
  span: Span;
  row: number;
  column: number;
  rowSpan?: number;
  columnSpan?: number;
  isHeader?: boolean;
  number?: number;
  shown?: string;
  formula?: string;
  doubt?: string;
};

/**
 * The blocks that have text, in reading order and joined by an empty line, are the text. `range` is A1:D9 in sheets. `continues` is the id
 * of the table on an earlier page whose rows go on in this one. `time` is start and end in milliseconds from the beginning of a recording,
 * `speaker` who is heard. `marks` are the beginnings of its sentences or cues, by their offset in the block; `isTimeGuessed` says that times were
 * worked out from those around. A `quotation` is text of an earlier mail; its `level` is the depth of the quotation. A figure without words has an
 * empty span.
 */
export type Block = {
  id: string;
  kind: BlockKind;
  level?: number;
  page: number;
  span: Span;
  boxes?: Box[];
  cells?: Cell[];
  range?: string;
  continues?: string;
  time?: [startMs: number, endMs: number];
  marks?: [offset: number, startMs: number][];
  isTimeGuessed?: boolean;
  speaker?: string;
  picture?: ShownPicture;
};

/**
 * A place where the document shows a picture. `id` names the `Picture`, `alt` is the author's description of it. `width` and `height` are
 * its size as shown, in points; absent if the file does not say.
 */
export type ShownPicture = { id: string; alt?: string; width?: number; height?: number };

/** The words at `span` lead to `url` (http, https, mailto or tel) or to a page of the document. */
export type Link = { span: Span } & ({ url: string } | { page: number });

/** An entry of the bookmarks or contents that the file itself carries; `level` counts from 1. */
export type OutlineEntry = { title: string; level: number; page?: number };

export type Word = [
  start: number,
  end: number,
  x: number,
  y: number,
  width: number,
  height: number,
];

/**
 * `number` counts from 1. `recognised` says that the words came from OCR; `quality.score` runs from 0 to 1. `language` is an
 * ISO 639-1 code, absent where there is too little text to tell.
 */
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
  language?: string;
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
  | "xml"
  | "mbox"
  | "ics"
  | "zip"
  | "xps"
  | "pst"
  | "onenote"
  | "pages"
  | "numbers"
  | "keynote"
  | "heic"
  | "avif"
  | "bmp"
  | "mp3"
  | "m4a"
  | "mp4"
  | "wav"
  | "webm"
  | "ogg"
  | "flac";

/**
 * A file found inside another. The reader wrote it to `path`, in the output directory, under a name of our own. `fileName` is its original
 * name without folders. `isInline` marks pictures shown in the text.
 */
export type Attachment = {
  fileName: string;
  mediaType: string;
  path: string;
  size: number;
  isInline?: boolean;
};

/**
 * The bytes of a picture that blocks show, once however often it is shown. The reader wrote them to `path`, in the output directory. `id` is
 * their SHA-256 in hexadecimal. `width` and `height` are in pixels; 0 for a drawing whose size is not known.
 */
export type Picture = {
  id: string;
  mediaType: string;
  path: string;
  size: number;
  width: number;
  height: number;
};

/** Dates are ISO 8601. `language` is that of most of the text. */
export type Metadata = {
  title?: string;
  author?: string;
  subject?: string;
  keywords?: string[];
  createdAt?: string;
  modifiedAt?: string;
  language?: string;
  from?: string;
  to?: string[];
  cc?: string[];
  sentAt?: string;
  messageId?: string;
  inReplyTo?: string;
  references?: string[];
};

/**
 * A fact that the file states in a field made for it, as e-invoices do. `name` is one of the names that understanding uses, such as
 * "invoice number". Dates are ISO 8601, sums `EUR 12.50`. `element` is the path of the field, `file` the attachment that holds it
 * if that is not the document itself. `span` is the place of the same value in the text, absent if the text does not show it.
 */
export type StatedFact = {
  name: string;
  value: string;
  element: string;
  file?: string;
  span?: Span;
};

/**
 * The form that every format is read into: one plain text, and pages, blocks and words that point into it. `unwrapped` is the path of a
 * copy of the file without the signature around it (.p7m). The reader wrote the copy to the output directory, like an attachment.
 * `isPartlyLocked` says that some files inside were left out, because a password protects them.
 * `release` is the release of the reader that read the format, absent in documents that were read before releases were recorded.
 */
export type ParsedDocument = {
  format: Format;
  mediaType: string;
  text: string;
  pages: Page[];
  blocks: Block[];
  links: Link[];
  outline: OutlineEntry[];
  metadata: Metadata;
  attachments: Attachment[];
  warnings: string[];
  facts?: StatedFact[];
  pictures?: Picture[];
  unwrapped?: string;
  isPartlyLocked?: true;
  release?: number;
};

/** The place of a statement, in the terms of the format it came from. */
export type Locator =
  | { page: number; boxes: Box[] }
  | { block: string; page?: number }
  | { sheet: string; range: string }
  | { slide: number; block: string };
