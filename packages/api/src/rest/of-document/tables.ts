import { getTable } from "@besunny/core/content/get-table";
import { createRoute, z } from "@hono/zod-openapi";

import { answers, createRestApp } from "../contract";
import { ofDocument } from "../documents";
import { offers } from "../offers";

const table = createRoute({
  method: "get",
  path: "/documents/{id}/tables/{table}/csv",
  operationId: "getDocumentTable",
  ...offers(getTable),
  tags: ["Document content"],
  summary: "Download a table of the document as CSV, by the id of its block.",
  request: { params: ofDocument.extend({ table: z.string().max(80) }) },
  responses: answers({
    200: { description: "The table", content: { "text/csv": { schema: z.string() } } },
  }),
});

export const tableRoutes = createRestApp();

tableRoutes.openapi(table, async (c) => {
  const { csv, fileName } = await getTable(c.var.workspace, c.req.valid("param"));
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "private, no-cache",
    },
  });
});
