import { describe, expect, test } from "vitest";
import { z } from "zod";

import { aContext, announced, auditOf, inBackground } from "../../test/contexts";
import { anUpload } from "../../test/documents";
import { listDocuments } from "../documents/list-documents";
import { renameDocument } from "../documents/rename-document";
import { uploadDocument } from "../documents/upload-document";
import { documentChanged } from "../events";
import { getWorkspace } from "../workspaces/get-workspace";
import { command, query } from "./operation";
import { secret } from "./secret";

const keep = command({
  action: "document.rename",
  input: z.object({
    note: z.string(),
    password: secret(z.string()),
    inner: z.object({ keys: secret(z.array(z.string())).optional() }),
  }),
  run: async () => "kept",
});

const uploadThenFail = command({
  action: "document.upload",
  input: z.object({ access: z.array(z.string()) }),
  async run({ documents, workspaceId, emit }, { access }) {
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

const writeWithinQuery = query({
  action: "workspace.read",
  input: z.object({}),
  run: ({ workspaces }) => workspaces.rename("Renamed by a query"),
});

describe("command", () => {
  test("tells the audit log who did what, with every secret struck out", async () => {
    const ctx = await aContext();

    await keep(ctx, { note: "plain", password: "hunter2", inner: { keys: ["bsk_1"] } });

    const [entry] = await auditOf(ctx);
    expect(entry).toMatchObject({
      actorKind: "user",
      actorId: ctx.actor.id,
      action: "document.rename",
      input: { note: "plain", password: "***", inner: { keys: "***" } },
    });
    expect(JSON.stringify(entry)).not.toContain("hunter2");
    expect(JSON.stringify(entry)).not.toContain("bsk_1");
  });

  test("tells the audit log nothing of what background functions do: their runs do", async () => {
    const ctx = await aContext();
    const before = await auditOf(ctx);

    await keep(inBackground(ctx), { note: "", password: "", inner: {} });

    expect(await auditOf(ctx)).toEqual(before);
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

    await expect(keep(ctx, { note: "half a pair \ud800", password: "", inner: {} })).resolves.toBe(
      "kept",
    );
  });
});
