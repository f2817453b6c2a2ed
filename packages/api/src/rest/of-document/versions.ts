import { actorIdOf } from "@besunny/core/access/actor";
import { authorize } from "@besunny/core/access/policy";
import { DocumentSummary } from "@besunny/core/documents/contract/document-summary";
import { restoreVersion } from "@besunny/core/documents/versions/restore-version";
import { uploadVersion } from "@besunny/core/documents/versions/upload-version";
import { invalidInput } from "@besunny/core/errors";
import { createRoute, z } from "@hono/zod-openapi";

import type { ApiTools } from "../../request-context";
import { createAnnouncements } from "../../upload/announcements";
import { newUploadId } from "../../upload/upload-id";
import { answers, createRestApp, fieldErrorsOf, type RestApp, reply } from "../contract";
import { ofDocument } from "../documents";
import { once } from "../idempotency";
import { offers } from "../offers";
import { announcedBytes, receiveFile } from "../receiving/receive-file";
import { wholeNumber } from "../wire";

const tags = ["Documents"];

const File = z.strictObject({ file: z.string().openapi({ format: "binary" }) });

const upload = {
  method: "post",
  path: "/documents/{id}/versions",
  operationId: "uploadDocumentVersion",
  ...offers(uploadVersion),
  tags,
  summary: "Upload a file as the new version of a document.",
  request: {
    params: ofDocument,
    body: { required: true, content: { "multipart/form-data": { schema: File } } },
  },
  responses: answers({
    202: {
      description: "The file is stored, and its processing has started",
      schema: DocumentSummary,
    },
  }),
} as const;

const restore = createRoute({
  method: "post",
  path: "/documents/{id}/versions/{number}/restore",
  operationId: "restoreDocumentVersion",
  ...offers(restoreVersion),
  tags,
  summary: "Make an earlier version the present one again, as a new version.",
  request: { params: ofDocument.extend({ number: wholeNumber({ least: 1, most: 1_000_000 }) }) },
  responses: answers({
    202: { description: "The file is processed again", schema: DocumentSummary },
  }),
});

/** Makes the routes of versions. The form is streamed to disk, as that of an upload is. */
export function versionRoutes(tools: ApiTools): RestApp {
  const app = createRestApp();
  const announcements = createAnnouncements({ directory: tools.places.uploads });

  app.openAPIRegistry.registerPath(upload);
  app.post("/documents/:id/versions", (c) => {
    const ctx = c.var.workspace;
    authorize(ctx.actor, "document.upload");
    const given = ofDocument.safeParse(c.req.param());
    if (!given.success) return invalidInput("The address does not fit", fieldErrorsOf(given.error));
    const { id } = given.data;
    const uploader = { userId: actorIdOf(ctx.actor), workspaceId: ctx.workspaceId };
    const held = newUploadId(uploader, announcedBytes(c.req.raw.headers));
    return announcements.hold(held, async (path) => {
      const { fileName, mediaType, contentHash } = await receiveFile(c.req.raw, path);
      return once(ctx, c.req.raw, JSON.stringify([fileName, contentHash]), async () =>
        reply(DocumentSummary, await uploadVersion(ctx, { id, path, fileName, mediaType }), {
          status: 202,
        }),
      );
    });
  });

  app.openapi(restore, async (c) => {
    const { id, number } = c.req.valid("param");
    return reply(DocumentSummary, await restoreVersion(c.var.workspace, { id, number }), {
      status: 202,
    });
  });

  return app;
}
