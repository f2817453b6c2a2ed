import { pictureTypes } from "@besunny/core/content/contract/picture-type";
import { Reading } from "@besunny/core/content/contract/shapes";
import { findParsedDocument } from "@besunny/core/content/find-parsed-document";
import { getContent } from "@besunny/core/content/get-content";
import { getMailPage } from "@besunny/core/content/get-mail-page";
import { getPageImage } from "@besunny/core/content/get-page-image";
import { getPicture } from "@besunny/core/content/get-picture";
import { getText } from "@besunny/core/content/get-text";
import { correctType } from "@besunny/core/documents/correct-type";
import { getDocument } from "@besunny/core/documents/get-document";
import { withdrawType } from "@besunny/core/documents/withdraw-type";
import { DocumentProgress } from "@besunny/core/processing/contract";
import { getStatus } from "@besunny/core/processing/runs/get-status";
import { Classification } from "@besunny/core/understanding/contract/classification";
import { History } from "@besunny/core/understanding/contract/history";
import { listClassifications } from "@besunny/core/understanding/list-classifications";
import { createRoute, z } from "@hono/zod-openapi";
import {
  contentResponse,
  contentTypes,
  mailPageResponse,
  pageImageResponse,
  pictureResponse,
} from "./content";
import { answers, createRestApp, reply } from "./contract";
import { ofDocument, TypeName } from "./documents";
import { etagOf, isHeld } from "./etag";
import { offers } from "./offers";
import { wholeNumber } from "./wire";

const tags = ["Document content"];

const status = createRoute({
  method: "get",
  path: "/documents/{id}/status",
  operationId: "getDocumentStatus",
  ...offers(getStatus),
  tags,
  summary: "Get the processing status of a document. Poll with `If-None-Match`.",
  request: { params: ofDocument },
  responses: answers({
    200: {
      description: "The latest processing of the document",
      schema: DocumentProgress,
      headers: ["ETag"],
    },
    304: { description: "Nothing has changed since the `ETag` that was sent" },
  }),
});

const text = createRoute({
  method: "get",
  path: "/documents/{id}/text",
  operationId: "getDocumentText",
  ...offers(getText, findParsedDocument),
  tags,
  summary: "Get the text as plain text, as Markdown, or as pages with blocks and boxes.",
  request: {
    params: ofDocument,
    query: z.object({ format: z.enum(["text", "markdown", "json"]).default("text") }),
  },
  responses: answers({
    200: {
      description: "The text in the requested format",
      content: {
        "text/plain": { schema: z.string() },
        "text/markdown": { schema: z.string() },
        "application/json": { schema: Reading },
      },
    },
  }),
});

const classification = createRoute({
  method: "get",
  path: "/documents/{id}/classification",
  operationId: "getClassification",
  ...offers(getDocument),
  tags,
  summary: "Get the type with its candidates, its evidence, and the model or person that set it.",
  request: { params: ofDocument },
  responses: answers({ 200: { description: "The current type", schema: Classification } }),
});

const correct = createRoute({
  method: "put",
  path: "/documents/{id}/classification",
  operationId: "correctClassification",
  ...offers(correctType),
  tags,
  summary: "Correct the type. Null means that no type fits.",
  request: {
    params: ofDocument,
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject({ type: TypeName.nullable() }) } },
    },
  },
  responses: answers({ 200: { description: "The current type", schema: Classification } }),
});

const withdraw = createRoute({
  method: "delete",
  path: "/documents/{id}/classification",
  operationId: "withdrawClassification",
  ...offers(withdrawType),
  tags,
  summary: "Take back the last correction or confirmation of the type.",
  request: { params: ofDocument },
  responses: answers({ 200: { description: "The current type", schema: Classification } }),
});

const history = createRoute({
  method: "get",
  path: "/documents/{id}/classifications",
  operationId: "listClassifications",
  ...offers(listClassifications),
  tags,
  summary: "List all results and corrections of the type.",
  request: { params: ofDocument },
  responses: answers({
    200: { description: "Results and corrections, newest first", schema: History },
  }),
});

const Bytes = z.string().openapi({ format: "binary" });

const content = createRoute({
  method: "get",
  path: "/documents/{id}/content",
  operationId: "getDocumentContent",
  ...offers(getContent),
  tags,
  summary: "Download the original file.",
  request: { params: ofDocument, query: z.object({ inline: z.enum(["0", "1"]).optional() }) },
  responses: answers({
    200: {
      description:
        "The file as an attachment. With `inline`, safe types are sent with their own content type, without a password or a signature around them.",
      content: Object.fromEntries(contentTypes.map((type) => [type, { schema: Bytes }])),
      headers: ["ETag"],
    },
    206: {
      description: "The part of the file that `Range` asks for",
      content: Object.fromEntries(contentTypes.map((type) => [type, { schema: Bytes }])),
      headers: ["ETag"],
    },
    304: { description: "The file has not changed since the `ETag` that was sent" },
    416: { description: "The part begins after the end of the file" },
  }),
});

const image = createRoute({
  method: "get",
  path: "/documents/{id}/pages/{page}/image",
  operationId: "getPageImage",
  ...offers(getPageImage),
  tags,
  summary: "Get the image of a page (PNG).",
  request: {
    params: ofDocument.extend({ page: wholeNumber({ least: 1, most: 1_000_000 }) }),
    query: z.object({ width: wholeNumber({ least: 80, most: 2400 }).optional() }),
  },
  responses: answers({
    200: {
      description: "The page image",
      content: { "image/png": { schema: Bytes } },
      headers: ["ETag"],
    },
    304: { description: "The image has not changed since the `ETag` that was sent" },
  }),
});

const mailPage = createRoute({
  method: "get",
  path: "/documents/{id}/mail-page",
  operationId: "getMailPage",
  ...offers(getMailPage),
  tags,
  summary: "Get a mail as it was sent, as a safe HTML page.",
  request: {
    params: ofDocument,
    query: z.object({ pictures: z.enum(["own", "remote"]).default("own") }),
  },
  responses: answers({
    200: {
      description:
        "The page, without scripts, forms and frames. Its policy lets remote pictures load only where `pictures` is `remote`.",
      content: { "text/html": { schema: z.string() } },
      headers: ["ETag"],
    },
    304: { description: "The page has not changed since the `ETag` that was sent" },
  }),
});

const picture = createRoute({
  method: "get",
  path: "/documents/{id}/pictures/{picture}",
  operationId: "getDocumentPicture",
  ...offers(getPicture),
  tags,
  summary: "Get a picture that the document shows, by the id that its blocks have for it.",
  request: {
    params: ofDocument.extend({ picture: z.string().max(64) }),
  },
  responses: answers({
    200: {
      description: "The picture. Kinds that browsers cannot show are sent as PNG.",
      content: Object.fromEntries(pictureTypes.map((type) => [type, { schema: Bytes }])),
      headers: ["ETag"],
    },
    304: { description: "The picture has not changed since the `ETag` that was sent" },
  }),
});

export const readingRoutes = createRestApp();

readingRoutes.openapi(status, async (c) => {
  const found = await getStatus(c.var.workspace, c.req.valid("param"));
  const etag = etagOf(found);
  const headers = { etag, "cache-control": "private, no-cache" };
  if (isHeld(c.req.raw.headers, etag)) return new Response(null, { status: 304, headers });
  return reply(DocumentProgress, found, { headers });
});

readingRoutes.openapi(text, async (c) => {
  const { id } = c.req.valid("param");
  const { format } = c.req.valid("query");
  if (format === "json") {
    const model = await findParsedDocument(c.var.workspace, { id });
    const { text: whole, pages, blocks, facts } = model;
    const withBlocks = pages.map((page) => ({
      ...page,
      blocks: blocks.filter((block) => block.page === page.number),
    }));
    return reply(Reading, { text: whole, pages: withBlocks, ...(facts && { facts }) });
  }
  const { text: whole } = await getText(c.var.workspace, { id, format });
  const type = format === "markdown" ? "text/markdown" : "text/plain";
  return new Response(whole, {
    headers: { "content-type": `${type}; charset=utf-8` },
  });
});

readingRoutes.openapi(classification, async (c) =>
  reply(Classification, classificationOf(await getDocument(c.var.workspace, c.req.valid("param")))),
);

readingRoutes.openapi(correct, async (c) => {
  const { id } = c.req.valid("param");
  await correctType(c.var.workspace, { id, ...c.req.valid("json"), place: "api" });
  return reply(Classification, classificationOf(await getDocument(c.var.workspace, { id })));
});

readingRoutes.openapi(withdraw, async (c) => {
  const { id } = c.req.valid("param");
  await withdrawType(c.var.workspace, { id });
  return reply(Classification, classificationOf(await getDocument(c.var.workspace, { id })));
});

readingRoutes.openapi(history, async (c) =>
  reply(History, await listClassifications(c.var.workspace, c.req.valid("param"))),
);

readingRoutes.openapi(content, (c) =>
  contentResponse(c.var.workspace, c.req.raw, {
    ...c.req.valid("param"),
    isShown: c.req.valid("query").inline === "1",
  }),
);

readingRoutes.openapi(image, (c) => {
  const { width } = c.req.valid("query");
  return pageImageResponse(c.var.workspace, c.req.raw, {
    ...c.req.valid("param"),
    ...(width && { width }),
  });
});

readingRoutes.openapi(mailPage, (c) =>
  mailPageResponse(c.var.workspace, c.req.raw, {
    ...c.req.valid("param"),
    hasRemotePictures: c.req.valid("query").pictures === "remote",
  }),
);

readingRoutes.openapi(picture, (c) =>
  pictureResponse(c.var.workspace, c.req.raw, c.req.valid("param")),
);

type Found = Awaited<ReturnType<typeof getDocument>>;

/** A person's word if there is one, else the newest result's. */
export function classificationOf({ id, type, typeConfidence, isTypeCorrected, result }: Found) {
  return {
    documentId: id,
    type,
    confidence: typeConfidence,
    isCorrected: isTypeCorrected,
    result,
  };
}
