import { documentIds, tagId } from "@besunny/core/ids";
import { ofIds } from "@besunny/core/shapes";
import { Tag } from "@besunny/core/tags/contract";
import { listTags } from "@besunny/core/tags/list-tags";
import { mergeTags } from "@besunny/core/tags/merge-tags";
import { removeTag } from "@besunny/core/tags/remove-tag";
import { renameTag } from "@besunny/core/tags/rename-tag";
import { tagDocuments } from "@besunny/core/tags/tag-documents";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";

const tags = ["Tags"];
const ofTag = z.object({ id: tagId });
const tag = answers({ 200: { description: "The tag", schema: Tag } });
const Tags = z.object({ items: z.array(Tag) });
const names = z.array(z.string().min(1).max(60)).max(20).default([]);

const list = createRoute({
  method: "get",
  path: "/tags",
  operationId: "listTags",
  ...offers(listTags),
  tags,
  summary: "List the tags of the workspace, each with the number of its documents.",
  responses: answers({ 200: { description: "The tags", schema: Tags } }),
});

const put = createRoute({
  method: "post",
  path: "/tags/documents",
  operationId: "tagDocuments",
  ...offers(tagDocuments),
  tags,
  summary: "Put tags on documents, or take them off, by name. A new name makes a tag.",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ ids: documentIds, add: names, remove: names }),
        },
      },
    },
  },
  responses: answers({ 200: { description: "The documents that changed", schema: ofIds } }),
});

const rename = createRoute({
  method: "patch",
  path: "/tags/{id}",
  operationId: "renameTag",
  ...offers(renameTag),
  tags,
  summary: "Rename a tag, on every document that carries it.",
  request: {
    params: ofTag,
    body: {
      required: true,
      content: {
        "application/json": { schema: z.strictObject({ name: z.string().min(1).max(60) }) },
      },
    },
  },
  responses: tag,
});

const merge = createRoute({
  method: "post",
  path: "/tags/{id}/merge",
  operationId: "mergeTags",
  ...offers(mergeTags),
  tags,
  summary: "Put another tag in the place of this one. Returns the other tag.",
  request: {
    params: ofTag,
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject({ into: tagId }) } },
    },
  },
  responses: tag,
});

const remove = createRoute({
  method: "delete",
  path: "/tags/{id}",
  operationId: "removeTag",
  ...offers(removeTag),
  tags,
  summary: "Remove a tag from all documents.",
  request: { params: ofTag },
  responses: answers({ 204: { description: "The tag is removed" } }),
});

export const tagRoutes = createRestApp();

tagRoutes.openapi(list, async (c) => reply(Tags, await listTags(c.var.workspace, {})));

tagRoutes.openapi(put, async (c) =>
  reply(ofIds, await tagDocuments(c.var.workspace, c.req.valid("json"))),
);

tagRoutes.openapi(rename, async (c) =>
  reply(Tag, await renameTag(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") })),
);

tagRoutes.openapi(merge, async (c) =>
  reply(Tag, await mergeTags(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") })),
);

tagRoutes.openapi(remove, async (c) => {
  await removeTag(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});
