import { Readable } from "node:stream";
import {
  type ArchivedFile,
  downloadDocuments,
} from "@besunny/core/documents/many/download-documents";
import { exportList } from "@besunny/core/documents/many/export-list";
import { documentIds } from "@besunny/core/ids";
import { createRoute, z } from "@hono/zod-openapi";
import { ZipWriter } from "@zip.js/zip.js";

import { answers, createRestApp } from "./contract";
import { offers } from "./offers";
import { textOf } from "./text-of";

/** Ids as addresses carry them, with commas between. */
const ids = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(documentIds)
  .openapi({ type: "string", example: "doc_019a2b,doc_019a2c" });

const archive = createRoute({
  method: "get",
  path: "/documents/archive",
  operationId: "downloadDocuments",
  ...offers(downloadDocuments),
  tags: ["Documents"],
  summary: "Download the originals of documents as one ZIP file: by ids, or all that match `q`.",
  request: {
    query: z.object({
      ids: ids.optional(),
      q: z.string().max(1000).optional(),
      except: ids.optional(),
    }),
  },
  responses: answers({
    200: {
      description: "The archive; its files are stored without compression",
      content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
    },
  }),
});

const list = createRoute({
  method: "get",
  path: "/documents/list.csv",
  operationId: "exportDocuments",
  ...offers(exportList),
  tags: ["Documents"],
  summary: "Download the documents that match `q` as CSV, with the fields of the workspace.",
  request: {
    query: z.object({
      q: z.string().max(1000).optional(),
      sort: z.string().max(60).optional().openapi({ example: "title" }),
    }),
  },
  responses: answers({
    200: {
      description: "One line for each document (RFC 4180, UTF-8)",
      content: { "text/csv": { schema: z.string() } },
    },
  }),
});

export const archiveRoutes = createRestApp();

archiveRoutes.openapi(archive, async (c) => {
  const { ids: named, q, except } = c.req.valid("query");
  const choice = named
    ? { ids: named }
    : { matching: { ...(q && { q }), ...(except && { except }) } };
  const { files } = await downloadDocuments(c.var.workspace, choice);
  const day = new Date().toISOString().slice(0, 10);
  return new Response(zipOf(files), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="documents-${day}.zip"`,
      "cache-control": "no-store",
    },
  });
});

archiveRoutes.openapi(list, async (c) => {
  const chunks = exportList(c.var.workspace, c.req.valid("query"), c.var.signal);
  // A refusal must come before the answer begins.
  const first = await chunks.next();
  const day = new Date().toISOString().slice(0, 10);
  return new Response(textOf(first, chunks), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="documents-${day}.csv"`,
      "cache-control": "no-store",
    },
  });
});

/** Returns the files as one ZIP, which is written while it is read: no file is held in memory. */
function zipOf(files: readonly ArchivedFile[]): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // Documents are compressed already.
  const zip = new ZipWriter(writable, { level: 0, useWebWorkers: false });
  async function write() {
    for (const { path, addedAt, open } of files) {
      const bytes = Readable.toWeb(await open()) as ReadableStream<Uint8Array>;
      await zip.add(path, bytes, { lastModDate: addedAt });
    }
    await zip.close();
  }
  // An archive that breaks off is no archive: the reader sees that its stream failed.
  write().catch((error) => writable.abort(error).catch(() => undefined));
  return readable;
}
