import { expect, test } from "vitest";

import { aContext, aPlatformContext, database, inBackground } from "../../../test/contexts";
import { aDocument, aStartedDocument, uploadText } from "../../../test/documents";
import { renameDocument } from "../../documents/rename-document";
import { failDocument } from "../../processing/stages/fail-document";
import { listPlatformDocuments } from "../list-platform-documents";
import { findAnything } from "./find-anything";
import { getPlatformDocument } from "./get-platform-document";

const admin = aPlatformContext();

test("a document shows its runs, the calls on it and its files, and neither its name nor its words", async () => {
  const ctx = await aContext();
  const { id, run } = await aStartedDocument(ctx, {
    title: "Secret title",
    fileName: "secret.pdf",
  });
  const failure = { code: "ENCRYPTED", message: "It has a password.", remedy: "Remove it." };
  await failDocument(inBackground(ctx), { ...run, ...failure });
  await renameDocument(ctx, { id, title: "Another secret" });

  const shown = await getPlatformDocument(admin, { id });

  expect(shown).toMatchObject({
    id,
    workspaceId: ctx.workspaceId,
    workspaceName: "A test's own workspace",
    status: "failed",
    errorCode: "ENCRYPTED",
    errorRemedy: "Remove it.",
    runs: [{ id: run.runId, state: "failed", errorCode: "ENCRYPTED" }],
    backgroundRuns: null,
  });
  expect(shown.files.map(({ role }) => role)).toContain("original");
  expect(shown.calls.map(({ operation }) => operation)).toContain("documents.rename-document");
  expect(shown.calls[0]?.actor).toMatchObject({ id: ctx.actor.id, name: "Tess Tester" });
  expect(JSON.stringify(shown)).not.toMatch(/secret/i);
  await expect(getPlatformDocument(admin, { id: "doc_none" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("says whether the storage holds a document's files", async () => {
  const ctx = await aContext();
  const { document: there } = await uploadText(ctx, "Rent is due on the first.");
  const lost = await aDocument(ctx);
  const silent = { exists: () => Promise.reject(new Error("away")) };

  const filesOf = async (id: string, given = {}) =>
    (await getPlatformDocument(aPlatformContext(given), { id })).files;

  expect(await filesOf(there.id)).toMatchObject([{ role: "original", isThere: true }]);
  expect(await filesOf(lost.id)).toMatchObject([{ role: "original", isThere: false }]);
  expect(await filesOf(lost.id, { files: silent })).toMatchObject([{ isThere: null }]);
});

test("an id, an address, a name or a trace leads to what it belongs to", async () => {
  const ctx = { ...(await aContext()), traceId: "trace-to-be-found" };
  const { id, run } = await aStartedDocument(ctx, { title: "Secret title" });
  const { email } = (await database.platform.audit.listActors([ctx.actor.id]))[0] ?? { email: "" };
  const find = async (text: string) => (await findAnything(admin, { text })).items;

  expect(await find(id)).toMatchObject([{ kind: "document", id, workspaceId: ctx.workspaceId }]);
  expect(await find(run.runId)).toMatchObject([
    { kind: "documentRun", id: run.runId, documentId: id },
  ]);
  expect(await find(ctx.workspaceId)).toMatchObject([
    { kind: "workspace", label: "A test's own workspace" },
  ]);
  expect(await find(email)).toMatchObject([{ kind: "person", id: ctx.actor.id }]);
  const [call] = await find("trace-to-be-found");
  expect(call).toMatchObject({ kind: "call", workspaceId: ctx.workspaceId, documentId: id });
  expect(await find("Secret title")).toEqual([]);
  expect(await find("doc_none")).toEqual([]);
});

test("documents are listed by their batch too", async () => {
  const nobody = await listPlatformDocuments(admin, { batchId: "bat_none" });

  expect(nobody.items).toEqual([]);
});
