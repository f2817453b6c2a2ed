import { mkdirSync } from "node:fs";
import { authorize } from "@besunny/core/access/policy";
import { checkUpload } from "@besunny/core/documents/check-upload";
import { fileTooLarge, LARGEST_FILE_BYTES } from "@besunny/core/documents/contract/upload-limits";
import { receiveUpload } from "@besunny/core/documents/receive-upload";
import { uploadVersion } from "@besunny/core/documents/versions/upload-version";
import { AppError, unauthenticated } from "@besunny/core/errors";
import { knownTrouble } from "@besunny/core/known-trouble";
import { EVENTS, Server, type Upload } from "@tus/server";

import { boundedBody } from "../bounded-body";
import { createRequestContext } from "../create-request-context";
import { countedOf, type Limits, limitsOf } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import type { ApiTools } from "../request-context";
import { problemStatus } from "../rest/problem";
import { type Announcements, createAnnouncements } from "./announcements";
import { createTusStore } from "./tus-store";
import { isUploadOf, newUploadId } from "./upload-id";

/**
 * Makes the handler of resumable uploads (tus 1.0) at `/api/upload`. Metadata: `filename`, `filetype`, `relativePath`, `projectId`, `batchId`,
 * `fileKey`, and `versionOf` for the new version of a document. The last answer names the document in `X-Document-Id`. For a duplicate, this is the
 * existing document, and `X-Duplicate-Of` names it too.
 * `X-Filed-To` then names the project that the document was newly added to. A refusal is a sentence in plain text.
 */
export function createUploadHandler(
  tools: ApiTools,
  options: { announcements?: Announcements; limits?: Limits } = {},
): (request: Request) => Promise<Response> {
  const directory = tools.places.uploads;
  const announcements = options.announcements ?? createAnnouncements({ directory });
  const limits = options.limits ?? limitsOf(tools);
  const counts: Counted = new WeakMap();
  let server: Server | undefined;
  return async (request) => {
    if (!place.test(new URL(request.url).pathname))
      return new Response("There is no such upload", { status: 404 });
    server ??= createServer(tools, { announcements, limits, counts });
    const bounded = boundedBody(request, {
      mostBytes: LARGEST_FILE_BYTES,
      tooLarge: fileTooLarge,
    });
    const response = withoutCors(await server.handleWeb(bounded));
    for (const [name, value] of Object.entries(counts.get(bounded) ?? {}))
      response.headers.set(name, value);
    return response;
  };
}

/** With the names that uploads are given, and no others. */
const place = /^\/api\/upload(\/[\w-]*)?$/;

/** The headers that say what a request took of the limits. */
type Counted = WeakMap<Request, Record<string, string>>;

type Given = { announcements: Announcements; limits: Limits; counts: Counted };

function createServer(tools: ApiTools, { announcements, limits, counts }: Given): Server {
  mkdirSync(tools.places.uploads, { recursive: true });
  const datastore = createTusStore(tools.places.uploads, announcements);
  const senders = new WeakMap<Request, ReturnType<typeof contextOf>>();

  const server = new Server({
    path: "/api/upload",
    datastore,
    maxSize: LARGEST_FILE_BYTES,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: async (request) =>
      newUploadId((await senderOf(request)).uploader, announcedBytes(request)),
    async onIncomingRequest(request, uploadId) {
      const { uploader } = await senderOf(request);
      await count(request);
      if (uploadId && request.method !== "POST" && !isUploadOf(uploadId, uploader))
        throw new AppError("NOT_FOUND", "There is no such upload");
    },
    async onUploadCreate(request, { metadata }) {
      const { ctx } = await senderOf(request);
      if (metadata?.projectId) await checkUpload(ctx, { projectIds: [metadata.projectId] });
      return {};
    },
    async onUploadFinish(request, upload) {
      const { document, duplicateOf, filedTo } = await receive(request, upload);
      if (upload.size !== 0) await datastore.remove(upload.id);
      return {
        // An empty file ends with its announcement. The library adds the Location, which tus needs then, only to status 201.
        status_code: upload.size === 0 ? 201 : 200,
        headers: {
          "X-Document-Id": document.id,
          ...(duplicateOf && { "X-Duplicate-Of": duplicateOf }),
          ...(filedTo.length > 0 && { "X-Filed-To": filedTo.join(", ") }),
        },
        body: JSON.stringify({ document, duplicateOf, filedTo }),
      };
    },
    onResponseError: (_request, error) => refusalOf(error, tools),
  });

  // An empty file ends with the request that announces it, and the library looks for it once more before it answers.
  server.on(EVENTS.POST_FINISH, (_request, _response, upload) => {
    if (upload.size !== 0) return;
    datastore.remove(upload.id).catch((error: unknown) => {
      tools.log.warn({ error }, "an empty upload stays until it runs out");
    });
  });
  return server;

  async function count(request: Request): Promise<void> {
    const { ctx, address } = await senderOf(request);
    try {
      const caller = countedOf(ctx, { headers: request.headers, address });
      const { rateLimit, policy } = await limits.takeUpload(caller, request);
      counts.set(request, { RateLimit: rateLimit, "RateLimit-Policy": policy });
    } catch (error) {
      counts.set(request, headersOfRefusal(error));
      throw error;
    }
  }

  /** Returns the sender of the request, who is looked up once, when it begins. */
  function senderOf(request: Request): ReturnType<typeof contextOf> {
    const known = senders.get(request);
    if (known) return known;
    const found = contextOf(request);
    senders.set(request, found);
    return found;
  }

  async function contextOf(request: Request) {
    const asking = createRequestContext(tools, "web", request.headers);
    const ctx = await asking.workspace();
    if (ctx?.actor.kind !== "user") return unauthenticated("Sign in to upload");
    authorize(ctx.actor, "document.upload");
    return {
      ctx,
      address: asking.identity.ip,
      uploader: { userId: ctx.actor.id, workspaceId: ctx.workspaceId },
    };
  }

  /** Deletes the bytes of a refused upload, because nobody could use them. */
  async function receive(request: Request, upload: Upload) {
    try {
      return await take(request, upload);
    } catch (error) {
      await datastore.remove(upload.id).catch(() => undefined);
      throw error;
    }
  }

  async function take(request: Request, upload: Upload) {
    // Looked up again: a session may have ended while the bytes came.
    const { ctx } = await contextOf(request);
    const { filename, filetype, projectId, batchId, relativePath, fileKey, versionOf } =
      upload.metadata ?? {};
    const path = upload.storage?.path;
    if (!path) throw new Error("The upload has no file");
    const file = {
      path,
      fileName: filename || "Untitled",
      ...(filetype && { mediaType: filetype }),
    };
    if (versionOf) {
      const document = await uploadVersion(ctx, { id: versionOf, ...file });
      return { document, duplicateOf: null, filedTo: [] };
    }
    return receiveUpload(ctx, {
      ...file,
      ...(projectId && { projectIds: [projectId] }),
      ...(batchId && { batchId }),
      ...(relativePath && { relativePath }),
      ...(fileKey && { fileKey }),
    });
  }
}

/** Returns the announced size in bytes; the largest file if the upload defers its length. */
function announcedBytes({ headers }: Request): number {
  const announced = Number(headers.get("upload-length") ?? Number.NaN);
  return Number.isSafeInteger(announced) && announced >= 0 ? announced : LARGEST_FILE_BYTES;
}

type Refusal = { status_code: number; body: string };

/** Our refusals in our words, tus's in its own; of a fault nothing is shown. */
function refusalOf(error: Error | Refusal, tools: ApiTools): Refusal {
  if ("status_code" in error) return error.status_code === 413 ? inWords(fileTooLarge()) : error;
  const known = knownTrouble(error);
  if (known) return inWords(known);
  tools.log.error({ error }, "an upload could not be taken");
  return { status_code: 500, body: "The file could not be kept. Upload it again." };
}

function inWords({ code, message, hint }: AppError): Refusal {
  return { status_code: problemStatus[code], body: [message, hint].filter(Boolean).join(". ") };
}

/** Pages of other sites have no business here, as anywhere below `/api`. */
function withoutCors(response: Response): Response {
  for (const name of [...response.headers.keys()])
    if (name.startsWith("access-control-")) response.headers.delete(name);
  return response;
}
