import type { Readable } from "node:stream";
import type { BytesPart } from "@besunny/connectors/files/files";

import { type Block, blockKinds, type Page } from "@besunny/document-model/parsed-document";
import { z } from "zod";

import { count } from "../../shapes";

const span = z.tuple([z.number().int(), z.number().int()]);
const quality = z.object({ score: z.number(), reasons: z.array(z.string()) });

/** The bytes of a document with what is needed to serve them. Calling `open` records that they were opened. */
export type Original = {
  open(part?: BytesPart): Promise<Readable>;
  fileName: string;
  mediaType: string;
  size: number;
  contentHash: string;
  isInline: boolean;
};

/** One page with its words, blocks and text. */
export type PageContent = Page & { blocks: Block[]; pageCount: number; text: string };

/** A document as semantic HTML, with the place of each block and page in its text. */
export const DocumentHtml = z.object({
  html: z.string(),
  blocks: z.array(z.object({ id: z.string(), span, page: count, kind: z.enum(blockKinds) })),
  pages: z.array(z.object({ number: count, kind: z.string(), label: z.string().optional(), span })),
  warnings: z.array(z.string()),
});

/** A document's text, plain or as Markdown, with its pages. */
export const DocumentText = z.object({
  text: z.string(),
  pages: z.array(
    z.object({
      number: count,
      label: z.string().optional(),
      span,
      recognised: z.boolean(),
      quality,
    }),
  ),
});

/** The report on how a document was read: its contents, the parts that were left out or guessed, and badly read pages. */
export const ReadingReport = z.object({
  contents: z.array(
    z.object({ title: z.string(), level: z.number(), page: count, span: span.optional() }),
  ),
  warnings: z.array(z.string()),
  isPartlyLocked: z.boolean(),
  poorPages: z.array(
    z.object({
      number: count,
      label: z.string().optional(),
      recognised: z.boolean(),
      score: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
  recognisedPages: count,
  doubtfulCells: z.array(z.object({ text: z.string(), span, page: count, doubt: z.string() })),
  metadata: z.looseObject({}),
  /** The release of the reader that read it; null if it was read before releases were recorded. */
  release: count.nullable(),
  /** True if a later release of the reader reads this format now. */
  isEarlier: z.boolean(),
});

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Cell = z.object({
  text: z.string(),
  span,
  row: count,
  column: count,
  rowSpan: count.optional(),
  columnSpan: count.optional(),
  isHeader: z.boolean().optional(),
});
const BlockShape = z.object({
  id: z.string(),
  kind: z.enum(blockKinds).meta({
    description: "A `quotation` is the text of an earlier mail; its `level` is the depth",
  }),
  level: count.optional(),
  span,
  boxes: z.array(box).optional(),
  cells: z.array(Cell).optional(),
  picture: z
    .object({
      id: z.string(),
      alt: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
    })
    .optional()
    .meta({
      description: "The picture that a `figure` shows, with the size as shown in points",
    }),
  range: z.string().optional(),
});

const StatedFact = z.object({
  name: z.string(),
  value: z.string(),
  element: z.string(),
  file: z.string().optional(),
  span: span.optional(),
});

/**
 * A whole document as pages with blocks and boxes, and the facts that an e-invoice states in its fields. Spans are offsets in `text`; boxes
 * x, y, width, height from the page's top left.
 */
export const Reading = z
  .object({
    text: z.string(),
    pages: z.array(
      z.object({
        number: count,
        kind: z.string(),
        label: z.string().optional(),
        width: z.number(),
        height: z.number(),
        rotation: z.number(),
        span,
        recognised: z.boolean(),
        quality,
        blocks: z.array(BlockShape),
      }),
    ),
    facts: z.array(StatedFact).optional().meta({
      description: "Facts that the file states in fields made for them, as e-invoices do",
    }),
  })
  .meta({ id: "Reading" });
