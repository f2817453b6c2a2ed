import { receiptId } from "@besunny/core/ids";
import { ReceiptWithAdditions } from "@besunny/core/receipts/contract/addition";
import { ReceiptSummary } from "@besunny/core/receipts/contract/shown-receipt";
import { getReceipt } from "@besunny/core/receipts/get-receipt";
import { listReceipts, receiptListInput } from "@besunny/core/receipts/list-receipts";
import { ReceiptVerdict, verifyReceipt } from "@besunny/core/receipts/verify-receipt";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging } from "../wire";

const tags = ["Privacy"];

const list = createRoute({
  method: "get",
  operationId: "listReceipts",
  ...offers(listReceipts),
  path: "/receipts",
  tags,
  summary: "List the receipts of deletions, newest first",
  request: { query: receiptListInput.extend(paging) },
  responses: answers({ 200: { description: "A page", schema: pageOf(ReceiptSummary) } }),
});

const one = createRoute({
  method: "get",
  operationId: "getReceipt",
  ...offers(getReceipt),
  path: "/receipts/{id}",
  tags,
  summary: "A signed receipt, with the public key that proves it",
  request: { params: z.object({ id: receiptId }) },
  responses: answers({ 200: { description: "The receipt", schema: ReceiptWithAdditions } }),
});

const verification = createRoute({
  method: "post",
  operationId: "verifyReceipt",
  ...offers(verifyReceipt),
  path: "/receipt-verification",
  tags,
  summary: "Check the signature of a receipt that you have kept",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: verifyReceipt.input.strict() } },
    },
  },
  responses: answers({ 200: { description: "The result", schema: ReceiptVerdict } }),
});

/** The routes of receipts. */
export const receiptRoutes = createRestApp();

receiptRoutes.openapi(list, async (c) =>
  reply(pageOf(ReceiptSummary), await listReceipts(c.var.workspace, c.req.valid("query"))),
);

receiptRoutes.openapi(one, async (c) =>
  reply(ReceiptWithAdditions, await getReceipt(c.var.workspace, c.req.valid("param"))),
);

receiptRoutes.openapi(verification, async (c) =>
  reply(ReceiptVerdict, await verifyReceipt(c.var.workspace, c.req.valid("json"))),
);
