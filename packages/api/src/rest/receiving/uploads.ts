import { writeFile } from "node:fs/promises";
import { actorIdOf } from "@besunny/core/access/actor";
import { authorize } from "@besunny/core/access/policy";
import { DocumentSummary } from "@besunny/core/documents/contract/document-summary";
import { getDocument } from "@besunny/core/documents/get-document";
import { receiveUpload } from "@besunny/core/documents/receive-upload";
import { invalidInput } from "@besunny/core/errors";
import { batchId, projectId } from "@besunny/core/ids";
import type { Caller } from "@besunny/core/operation/caller";
import { Classification } from "@besunny/core/understanding/contract/classification";
import { unstorableTexts } from "@besunny/core/unstorable-text";
import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { socketToken } from "../../live/socket-token";
import type { ApiTools } from "../../request-context";
import { createAnnouncements } from "../../upload/announcements";
import { newUploadId } from "../../upload/upload-id";
import { answers, createRestApp, fieldErrorsOf, type RestApp, reply } from "../contract";
import { once } from "../idempotency";
import { offers } from "../offers";
import { classificationOf } from "../readings";
import { waitUntilUnderstood } from "../wait-until-understood";
import { announcedBytes, type ReceivedFile, receiveFile } from "./receive-file";
import { Received } from "./received";

const tags = ["Documents"];

const Form = z.strictObject({
  batchId: batchId.optional(),
  projectId: projectId.optional(),
  title: z.string().trim().min(1).max(200).optional(),
  folder: z.string().max(1000).optional().openapi({
    description: "The folder of the file, as in `Office move/Contracts`",
  }),
  source: z.enum(["upload", "api"]).default("api"),
});
const FormWithFile = Form.extend({ file: z.string().openapi({ format: "binary" }) });
const Text = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(5_000_000)
    .refine((text) => text.trim() !== "", "Give some text"),
  title: z.string().trim().min(1).max(200).optional(),
});

/** `5s`, `5000ms` or `5`: how long the caller would wait, in milliseconds, at most 30 s. */
const Wait = z
  .string()
  .regex(
    /^(([12]?[0-9]|30)s?|([12]?[0-9]{1,4}|30000)ms)$/,
    "Write it like 5s or 500ms, at most 30s",
  )
  .transform((wait) => Number.parseInt(wait, 10) * (wait.endsWith("ms") ? 1 : 1000));

const upload = {
  method: "post",
  path: "/documents",
  operationId: "uploadDocument",
  ...offers(receiveUpload),
  tags,
  summary: "Upload a file. Identical content returns the existing document.",
  request: {
    body: { required: true, content: { "multipart/form-data": { schema: FormWithFile } } },
  },
  responses: answers({
    200: {
      description:
        "A document with identical content existed. It was added to the requested project.",
      schema: Received,
      headers: ["Location"],
    },
    202: {
      description: "The file is stored, and its processing has started",
      schema: Received,
      headers: ["Location"],
    },
  }),
} satisfies RouteConfig;

const Classified = z.object({ document: DocumentSummary, classification: Classification });

const classify = createRoute({
  method: "post",
  path: "/documents/classify",
  operationId: "classifyDocument",
  ...offers(receiveUpload),
  tags,
  summary: "Upload a file or a text. With `wait`, the answer includes its type.",
  request: {
    query: z.object({ wait: Wait.optional() }),
    body: {
      required: true,
      content: {
        "multipart/form-data": { schema: FormWithFile },
        "application/json": { schema: Text },
      },
    },
  },
  responses: answers({
    200: {
      description:
        "The document was processed in time, or a document with identical content existed.",
      schema: z.union([Classified, Received]),
      headers: ["Location"],
    },
    202: {
      description: "The file is stored, and its processing has started",
      schema: Received,
      headers: ["Location"],
    },
  }),
});

/**
 * Makes the routes that take files. The contract declares the form, but these routes read it themselves and stream it to disk. The router
 * would hold it in memory.
 */
export function uploadRoutes(tools: ApiTools): RestApp {
  const app = createRestApp();
  const announcements = createAnnouncements({ directory: tools.places.uploads });

  app.openAPIRegistry.registerPath(upload);
  app.post(upload.path, (c) =>
    takeForm(c.var.workspace, c.req.raw, async (received) => answer(c.var.workspace, received)),
  );

  app.openAPIRegistry.registerPath(classify);
  app.post(classify.path, (c) => {
    const ctx = c.var.workspace;
    const waitMs = parsed(Wait.default(0), c.req.query("wait"), "wait");
    const finish = async (received: Taken) => {
      const isUnderstood =
        waitMs > 0 &&
        (await waitUntilUnderstood(c.var.request, received.document.id, waitMs, c.var.signal));
      if (!isUnderstood) return answer(ctx, received);
      const document = await getDocument(ctx, { id: received.document.id });
      return reply(Classified, { document, classification: classificationOf(document) });
    };
    const isJson = c.req.header("content-type")?.startsWith("application/json");
    return isJson ? takeText(ctx, c.req.raw, finish) : takeForm(ctx, c.req.raw, finish);
  });

  return app;

  /** Refuses a caller who may not upload before it takes the bytes. */
  function takeForm(
    ctx: Caller,
    request: Request,
    finish: (received: Taken) => Promise<Response>,
  ): Promise<Response> {
    authorize(ctx.actor, "document.upload");
    const id = newUploadId(uploaderOf(ctx), announcedBytes(request.headers));
    return announcements.hold(id, async (path) => {
      const file = await receiveFile(request, path);
      const {
        projectId: project,
        batchId: batch,
        title,
        folder,
        source,
      } = parsed(Form, file.fields, "");
      return once(ctx, request, contentOf(file), async () =>
        finish(
          await receiveUpload(ctx, {
            path: file.path,
            fileName: file.fileName,
            mediaType: file.mediaType,
            source,
            ...(title && { title }),
            ...(folder && { relativePath: `${folder}/${file.fileName}` }),
            ...(project && { projectIds: [project] }),
            ...(batch && { batchId: batch }),
          }),
        ),
      );
    });
  }

  async function takeText(
    ctx: Caller,
    request: Request,
    finish: (received: Taken) => Promise<Response>,
  ): Promise<Response> {
    authorize(ctx.actor, "document.upload");
    const given = asJson(await request.text());
    const { text, title } = parsed(Text, given, "");
    const id = newUploadId(uploaderOf(ctx), Buffer.byteLength(text));
    return once(ctx, request, JSON.stringify({ text, title }), () =>
      announcements.hold(id, async (path) => {
        await writeFile(path, text);
        const fileName = `${title ?? "Text"}.txt`;
        const taken = await receiveUpload(ctx, {
          path,
          fileName,
          mediaType: "text/plain",
          source: "api",
          ...(title && { title }),
        });
        return finish(taken);
      }),
    );
  }

  async function answer(ctx: Caller, { document, duplicateOf, filedTo }: Taken) {
    const self = `${tools.urls.web}/api/v1/documents/${document.id}`;
    const token = await socketToken(tools, ctx, document.id);
    const links = {
      self,
      status: `${self}/status`,
      socket: `${tools.urls.worker.replace(/^http/, "ws")}/ws/documents/${document.id}?token=${token}`,
    };
    return reply(
      Received,
      { document, duplicateOf, filedTo, links },
      { status: duplicateOf ? 200 : 202, headers: { location: self } },
    );
  }
}

function uploaderOf({ actor, workspaceId }: Caller) {
  return { userId: actorIdOf(actor), workspaceId };
}

type Taken = Awaited<ReturnType<typeof receiveUpload>>;

/** Two forms are the same when their fields and bytes are, whatever the boundary between them. */
function contentOf({ fileName, contentHash, fields }: ReceivedFile): string {
  return JSON.stringify([fileName, contentHash, Object.entries(fields).sort()]);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return invalidInput("The body is no JSON");
  }
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  name: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  const errors = result.success ? unstorableTexts(result.data) : fieldErrorsOf(result.error);
  if (result.success && errors.length === 0) return result.data;
  return invalidInput(
    "The request does not fit",
    errors.map(({ path, message }) => ({ path: path || name, message })),
  );
}
