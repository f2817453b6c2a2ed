import { Readable } from "node:stream";
import { DepartureView } from "@besunny/core/departures/contract/departure";
import { getDeparture } from "@besunny/core/departures/get-departure";
import { ExportSummary } from "@besunny/core/exports/contract/export";
import { listExports } from "@besunny/core/exports/list-exports";
import { openExport } from "@besunny/core/exports/open-export";
import { removeExport } from "@besunny/core/exports/remove-export";
import { startExport } from "@besunny/core/exports/start-export";
import { exportId } from "@besunny/core/ids";
import { createRoute, z } from "@hono/zod-openapi";
import { rangeIn } from "../byte-range";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";

const tags = ["Privacy"];
const params = z.object({ id: exportId });

const start = createRoute({
  method: "post",
  operationId: "startExport",
  ...offers(startExport),
  path: "/exports",
  tags,
  summary:
    "Begin to export everything of the workspace. No quota and no missing payment refuses it.",
  responses: answers({ 202: { description: "It is being made", schema: startExport.output } }),
});

const list = createRoute({
  method: "get",
  operationId: "listExports",
  ...offers(listExports),
  path: "/exports",
  tags,
  summary: "List exports of the workspace, newest first",
  responses: answers({
    200: { description: "The exports", schema: z.object({ items: z.array(ExportSummary) }) },
  }),
});

const content = createRoute({
  method: "get",
  operationId: "downloadExport",
  ...offers(openExport),
  path: "/exports/{id}/content",
  tags,
  summary: "Download an export as one ZIP. A download that broke off goes on with `Range`.",
  request: { params },
  responses: answers({
    200: {
      description: "The archive, whole",
      content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
    },
    206: {
      description: "The bytes that were asked for",
      content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
    },
  }),
});

const removal = createRoute({
  method: "delete",
  operationId: "removeExport",
  ...offers(removeExport),
  path: "/exports/{id}",
  tags,
  summary: "Remove an export before it expires",
  request: { params },
  responses: answers({ 204: { description: "It is removed" } }),
});

const end = createRoute({
  method: "get",
  operationId: "getDeparture",
  ...offers(getDeparture),
  path: "/workspace/end",
  tags,
  summary:
    "The end of the workspace, if an owner has asked for it: its day, and what it erases and keeps",
  responses: answers({ 200: { description: "The end", schema: DepartureView } }),
});

/** The routes of exports and of the end of a workspace. */
export const exportRoutes = createRestApp();

exportRoutes.openapi(start, async (c) =>
  reply(startExport.output, await startExport(c.var.workspace, {}), { status: 202 }),
);

exportRoutes.openapi(list, async (c) =>
  reply(z.object({ items: z.array(ExportSummary) }), await listExports(c.var.workspace, {})),
);

exportRoutes.openapi(content, async (c) => {
  const { size, sha256, fileName, open } = await openExport(c.var.workspace, c.req.valid("param"));
  const kept = {
    etag: `"${sha256}"`,
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
  };
  const part = rangeIn(c.req.raw.headers, { size, etag: kept.etag });
  if (part === "unsatisfiable")
    return new Response(null, {
      status: 416,
      headers: { ...kept, "content-range": `bytes */${size}` },
    });
  return new Response(asWeb(await open(part ?? undefined)), {
    status: part ? 206 : 200,
    headers: {
      ...kept,
      "content-type": "application/zip",
      "content-length": String(part ? part.last - part.first + 1 : size),
      ...(part && { "content-range": `bytes ${part.first}-${part.last}/${size}` }),
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
});

exportRoutes.openapi(removal, async (c) => {
  await removeExport(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});

exportRoutes.openapi(end, async (c) =>
  reply(DepartureView, await getDeparture(c.var.workspace, {})),
);

/** Node's own conversion types its stream apart from the web's; they are the same. */
function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
