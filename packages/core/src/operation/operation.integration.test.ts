import { describe, expect, test } from "vitest";
import { z } from "zod";

import { aContext, announced, auditOf, inBackground, refusalsOf } from "../../test/contexts";
import { anUpload } from "../../test/documents";
import { listDocuments } from "../documents/list-documents";
import { renameDocument } from "../documents/rename-document";
import { uploadDocument } from "../documents/upload-document";
import { documentChanged } from "../events";
import { nothing, ofType } from "../shapes";
import { getWorkspace } from "../workspaces/get-workspace";
import { command } from "./command";
import { query } from "./query";
import { secret } from "./secret";

const keep = command("tests.keep", {
  title: "Keep a note",
  permission: "document.rename",
  output: z.string(),
  doors: [],
  input: z.object({
    note: z.string(),
    password: secret(z.string()),
    inner: z.object({ keys: secret(z.array(z.string())).optional() }),
  }),
  handle: async () => "kept",
});

const keepAsJob = command("tests.keep-as-job", {
  title: "Keep as a job",
  permission: "document.process",
  input: z.object({ note: z.string().default("") }),
  output: nothing,
  doors: [],
  handle: async () => undefined,
});

const keepBooks = command("tests.keep-books", {
  title: "Keep books",
  permission: "document.process",
  input: z.object({}),
  output: nothing,
  doors: [],
  audit: { notAudited: "It is bookkeeping." },
  handle: async () => undefined,
});

const change = command("tests.change", {
  title: "Change a title",
  permission: "document.rename",
  input: z.object({ id: z.string(), others: z.array(z.string()) }),
  output: z.object({ id: z.string() }),
  doors: [],
  async handle({ changed }, { id }) {
    const same = { kind: "letter" };
    changed({ subject: id, before: { title: "Old", ...same }, after: { title: "New", ...same } });
    return Object.assign({ id: "doc_3" }, { storageKey: "uploads/secret" });
  },
});

const promised = z.object({ count: z.number() });
const breakPromise = command("tests.break-promise", {
  title: "Break a promise",
  permission: "document.rename",
  input: z.object({}),
  output: promised,
  doors: [],
  handle: async () => ({ count: Number.NaN }),
});

const uploadThenFail = command("tests.upload-then-fail", {
  title: "Upload and fail",
  permission: "document.upload",
  output: nothing,
  doors: [],
  input: z.object({ access: z.array(z.string()) }),
  async handle({ documents, workspaceId, emit }, { access }) {
    const file = anUpload();
    const document = await documents.create({
      ...file,
      title: "Half done",
      mediaType: "text/plain",
      source: "upload",
      access,
      parentId: null,
      uploadedById: null,
    });
    emit(documentChanged.of({ workspaceId, documentId: document.id }));
    throw new Error("failed after the row was written");
  },
});

const writeWithinQuery = query("tests.write-within-query", {
  title: "Write within a query",
  permission: "workspace.read",
  output: ofType<unknown>(),
  doors: [],
  input: z.object({}),
  handle: ({ workspaces }) => workspaces.rename("Renamed by a query"),
});

describe("command", () => {
  test("tells the audit log who did what, with every secret struck out", async () => {
    const ctx = await aContext();

    await keep(ctx, { note: "plain", password: "hunter2", inner: { keys: ["bsk_1"] } });

    const [entry] = await auditOf(ctx);
    expect(entry).toMatchObject({
      actorKind: "user",
      actorId: ctx.actor.id,
      operation: "tests.keep",
      door: "web",
      outcome: "ok",
      traceId: "test-trace",
      input: { note: "plain", password: "***", inner: { keys: "***" } },
    });
    expect(JSON.stringify(entry)).not.toContain("hunter2");
    expect(JSON.stringify(entry)).not.toContain("bsk_1");
  });

  test("records what a job does by the job's name, and nothing of bookkeeping that says why", async () => {
    const ctx = await aContext();
    const job = inBackground(ctx);

    await keepAsJob(job, {});
    await keepBooks(job, {});

    const rows = (await auditOf(ctx)).filter(({ actorKind }) => actorKind === "job");
    expect(rows).toMatchObject([
      { operation: "tests.keep-as-job", actorId: "process-document", door: "job" },
    ]);
  });

  test("refuses a job what its list does not name, and records the refusal", async () => {
    const ctx = await aContext();

    await expect(
      keep(inBackground(ctx), { note: "", password: "x", inner: {} }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });

    expect((await refusalsOf(ctx))[0]).toMatchObject({
      operation: "tests.keep",
      actorKind: "job",
      actorId: "process-document",
      outcome: "refused",
      errorCode: "FORBIDDEN",
      input: {},
    });
  });

  test("records the fields that changed, before and after, and names every id of input and output", async () => {
    const ctx = await aContext();

    await change(ctx, { id: "doc_1", others: ["prj_2"] });

    expect((await auditOf(ctx))[0]).toMatchObject({
      subjects: ["doc_1", "prj_2", "doc_3"],
      changes: [{ subject: "doc_1", before: { title: "Old" }, after: { title: "New" } }],
    });
  });

  test("cuts off what its output does not name, and fails when the output does not fit", async () => {
    const ctx = await aContext();

    expect(await change(ctx, { id: "doc_1", others: [] })).toEqual({ id: "doc_3" });
    await expect(breakPromise(ctx, {})).rejects.toThrow("its output does not allow");
  });

  test("leaves neither row, nor event, nor audit entry when it fails half way", async () => {
    const ctx = await aContext();
    const before = await auditOf(ctx);

    await expect(uploadThenFail(ctx, { access: ["all", "ws"] })).rejects.toThrow(
      "failed after the row was written",
    );

    expect(await listDocuments(ctx, {})).toMatchObject({ items: [] });
    expect(await announced(ctx)).toEqual([]);
    expect(await auditOf(ctx)).toEqual(before);
  });

  test("refuses a document that admins could not see, whoever wrote the rule", async () => {
    await expect(uploadThenFail(await aContext(), { access: ["ws"] })).rejects.toThrow(
      "documents_access",
    );
  });

  test("refuses input that is not of its schema with the places that are wrong, before anything is done", async () => {
    const ctx = await aContext();

    await expect(
      uploadDocument(ctx, { ...anUpload(), fileName: " ", contentHash: "short" }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
      errors: [{ path: "fileName" }, { path: "contentHash" }],
    });

    expect(await announced(ctx)).toEqual([]);
  });

  test("asks for the right before it looks at the input, so that no refusal tells what exists", async () => {
    const viewer = await aContext({ role: "viewer" });

    await expect(renameDocument(viewer, { id: "nonsense", title: "" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("query", () => {
  test("is read by Postgres only: a write within it is refused", async () => {
    const ctx = await aContext();

    await expect(writeWithinQuery(ctx, {})).rejects.toThrow("read-only transaction");

    expect((await getWorkspace(ctx, {})).name).toBe("A test's own workspace");
  });
});

describe("text that cannot be stored", () => {
  test.each(["a\0b", "\ud800"])(
    "is refused and named when a person sends it: %j",
    async (title) => {
      const ctx = await aContext();
      const { document } = await uploadDocument(ctx, anUpload());

      await expect(renameDocument(ctx, { id: document.id, title })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        errors: [{ path: "title" }],
      });
    },
  );

  test("does not stop a background function, which sends what a document holds", async () => {
    const ctx = inBackground(await aContext());

    await expect(keepAsJob(ctx, { note: "half a pair \ud800" })).resolves.toBeUndefined();
  });
});
