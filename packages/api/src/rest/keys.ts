import { keyId } from "@besunny/core/ids";
import { ListedApiKey, NewApiKey } from "@besunny/core/keys/contract";
import { createApiKey } from "@besunny/core/keys/create-api-key";
import { listAllApiKeys } from "@besunny/core/keys/list-all-api-keys";
import { listApiKeys } from "@besunny/core/keys/list-api-keys";
import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";
import { paging, when } from "./wire";

const tags = ["Keys"];

const list = createRoute({
  method: "get",
  operationId: "listKeys",
  ...offers(listApiKeys, listAllApiKeys),
  path: "/keys",
  tags,
  summary:
    "Your keys, newest first; for owners and admins with `of=all` everybody's, those that ended too",
  request: { query: z.object({ ...paging, of: z.enum(["me", "all"]).default("me") }) },
  responses: answers({ 200: { description: "A page", schema: pageOf(ListedApiKey) } }),
});

const create = createRoute({
  method: "post",
  operationId: "createKey",
  ...offers(createApiKey),
  path: "/keys",
  tags,
  summary:
    "Make a key, which may do what you may do within its scopes. It lasts 90 days where nothing else is said",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({
            ...createApiKey.input.shape,
            expiresAt: when
              .nullish()
              .openapi({ description: "A year at most; null, never, is for owners and admins" }),
          }),
        },
      },
    },
  },
  responses: answers({ 201: { description: "The key", schema: NewApiKey } }),
});

const revoke = createRoute({
  method: "delete",
  operationId: "revokeKey",
  ...offers(revokeApiKey),
  path: "/keys/{id}",
  tags,
  summary:
    "End a key of yours, or as an owner or admin anybody's, and with it the keys that were made through it",
  request: { params: z.object({ id: keyId }) },
  responses: answers({ 204: { description: "It has ended" } }),
});

export const keyRoutes = createRestApp();

keyRoutes.openapi(list, async (c) => {
  const { of, ...page } = c.req.valid("query");
  const found = of === "all" ? listAllApiKeys : listApiKeys;
  return reply(pageOf(ListedApiKey), await found(c.var.workspace, page));
});

keyRoutes.openapi(create, async (c) => {
  const made = await createApiKey(c.var.workspace, c.req.valid("json"));
  return reply(NewApiKey, made, { status: 201, headers: { "cache-control": "no-store" } });
});

keyRoutes.openapi(revoke, async (c) => {
  await revokeApiKey(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});
