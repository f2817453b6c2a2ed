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
    "List your API keys, newest first. With `of=all`, owners and admins see all keys, including ended ones.",
  request: { query: z.object({ ...paging, of: z.enum(["me", "all"]).default("me") }) },
  responses: answers({ 200: { description: "A page of keys", schema: pageOf(ListedApiKey) } }),
});

const create = createRoute({
  method: "post",
  operationId: "createKey",
  ...offers(createApiKey),
  path: "/keys",
  tags,
  summary:
    "Create an API key with your permissions, limited to its scopes. By default it expires after 90 days.",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({
            ...createApiKey.input.shape,
            expiresAt: when.nullish().openapi({
              description:
                "The end of the key, at most a year ahead. Only owners and admins may send null for no end.",
            }),
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
    "Revoke an API key and all keys that were created with it. Owners and admins may revoke any key.",
  request: { params: z.object({ id: keyId }) },
  responses: answers({ 204: { description: "The key is revoked" } }),
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
