import { createHash, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { receiveUpload } from "@besunny/core/documents/receive-upload";
import { AppError } from "@besunny/core/errors";
import { can } from "@besunny/core/policy";
import { FileStore } from "@tus/file-store";
import { EVENTS, Server, type Upload } from "@tus/server";

import { createRequestContext } from "../create-request-context";
import type { ApiTools } from "../request-context";
import { problemStatus } from "../rest/problem";

/** The largest file that is taken, in bytes. */
export const LARGEST_UPLOAD = 2 * 1024 ** 3;
const DAYS_KEPT = 2;

/**
 * Resumable uploads (tus 1.0) at `/api/upload`. Metadata: `filename`, `filetype`, `projectId`, `batchId`. The last answer names the document in
 * `X-Document-Id` and, where the same bytes were there already, in `X-Duplicate-Of`; `X-Filed-To` then names the project that it was filed to.
 */
export function createUploadHandler(tools: ApiTools): (request: Request) => Promise<Response> {
  let server: Server | undefined;
  return async (request) => {
    if (!place.test(new URL(request.url).pathname))
      return new Response("There is no such upload", { status: 404 });
    server ??= createServer(tools);
    return server.handleWeb(request);
  };
}

/** With the names that uploads are given, and no others. */
const place = /^\/api\/upload(\/[\w-]*)?$/;

function createServer(tools: ApiTools): Server {
  mkdirSync(tools.places.uploads, { recursive: true });
  const datastore = new FileStore({
    directory: tools.places.uploads,
    expirationPeriodInMilliseconds: DAYS_KEPT * 86_400_000,
  });

  const server = new Server({
    path: "/api/upload",
    datastore,
    maxSize: LARGEST_UPLOAD,
    relativeLocation: true,
    exposedHeaders: ["X-Document-Id", "X-Duplicate-Of", "X-Filed-To"],
    namingFunction: async (request) => `${await ownerOf(request)}-${randomUUID()}`,
    async onIncomingRequest(request, uploadId) {
      const owner = await ownerOf(request);
      if (uploadId && request.method !== "POST" && !uploadId.startsWith(`${owner}-`))
        throw { status_code: 404, body: "There is no such upload" };
    },
    async onUploadFinish(request, upload) {
      const { document, duplicateOf, filedTo } = await receive(request, upload);
      if (upload.size !== 0) await datastore.remove(upload.id);
      return {
        // Where the file ends with its announcement, tus wants to be told of a place.
        status_code: upload.size === 0 ? 201 : 200,
        headers: {
          "X-Document-Id": document.id,
          ...(duplicateOf && { "X-Duplicate-Of": duplicateOf }),
          ...(filedTo.length > 0 && { "X-Filed-To": filedTo.join(", ") }),
        },
        body: JSON.stringify({ document, duplicateOf, filedTo }),
      };
    },
  });

  // An empty file ends with the request that announces it, and the library looks for it once more before it answers.
  server.on(EVENTS.POST_FINISH, (_request, _response, upload) => {
    if (upload.size !== 0) return;
    datastore.remove(upload.id).catch((error: unknown) => {
      tools.log.warn({ error }, "an empty upload stays until it runs out");
    });
  });
  return server;

  async function contextOf(request: Request) {
    const ctx = await createRequestContext(tools, "web", request.headers).workspace();
    if (ctx?.actor.kind !== "user") throw { status_code: 401, body: "Sign in to upload" };
    if (!can(ctx.actor.role, "document.upload"))
      throw { status_code: 403, body: "Your role does not allow uploading" };
    return { ctx, userId: ctx.actor.id };
  }

  async function ownerOf(request: Request): Promise<string> {
    const { ctx, userId } = await contextOf(request);
    return createHash("sha256").update(`${ctx.workspaceId}/${userId}`).digest("hex").slice(0, 16);
  }

  async function receive(request: Request, upload: Upload) {
    const { ctx } = await contextOf(request);
    const { filename, filetype, projectId, batchId } = upload.metadata ?? {};
    const path = upload.storage?.path;
    if (!path) throw new Error("The upload has no file");
    try {
      return await receiveUpload(ctx, {
        path,
        fileName: filename || "Untitled",
        ...(filetype && { mediaType: filetype }),
        ...(projectId && { projectIds: [projectId] }),
        ...(batchId && { batchId }),
      });
    } catch (error) {
      if (error instanceof AppError)
        throw { status_code: problemStatus[error.code], body: error.message };
      tools.log.error({ error }, "an upload could not be taken");
      throw { status_code: 500, body: "The file arrived but could not be kept. Try again." };
    }
  }
}
