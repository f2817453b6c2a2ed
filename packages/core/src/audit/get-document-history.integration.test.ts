import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { aColleague, aContext, database, throughKey } from "../../test/contexts";
import type { WorkspaceContext } from "../context";
import { removeMember } from "../members/remove-member";
import { getDocumentHistory } from "./get-document-history";

const everything = ({ workspaceId }: WorkspaceContext) => ({ workspaceId, principals: ["all"] });

/** A document that people with these principals may see. */
function aDocumentFor(ctx: WorkspaceContext, access: string[]) {
  return database.write(everything(ctx), ({ documents }) =>
    documents.create({
      title: "Lease",
      fileName: "lease.txt",
      mediaType: "text/plain",
      size: 12,
      contentHash: randomUUID().replaceAll("-", "").repeat(2),
      storageKey: `uploads/${randomUUID()}`,
      source: "upload",
      access,
      parentId: null,
      uploadedById: null,
    }),
  );
}

type Row = { operation: string; documentId: string; outcome?: "ok" | "refused" };

function aRow(ctx: WorkspaceContext, { operation, documentId, outcome = "ok" }: Row) {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.id : "";
  return database.write(everything(ctx), ({ audit }) =>
    audit.record({
      operation,
      actorKind: "user",
      actorId,
      subjects: [documentId, "doc_beside"],
      input: { ids: [documentId], ip: "192.0.2.7", note: "secret plan" },
      outcome,
    }),
  );
}

const trash = "documents.trash-documents";
const restore = "documents.restore-documents";

test("shows a viewer of the document what was done to it, newest first, and no more than operation, time and name", async () => {
  const member = await aContext();
  const viewer = await aColleague(member, { role: "viewer" });
  const { id } = await aDocumentFor(member, ["all", "ws"]);
  const other = await aDocumentFor(member, ["all", "ws"]);
  await aRow(member, { operation: trash, documentId: id });
  await aRow(member, {
    operation: "documents.delete-documents",
    documentId: id,
    outcome: "refused",
  });
  await aRow(member, { operation: restore, documentId: id });
  await aRow(member, { operation: "documents.rename-document", documentId: other.id });

  const history = await getDocumentHistory(viewer, { id });

  const line = (operation: string) => ({
    id: expect.stringMatching(/^aud_/),
    createdAt: expect.any(Date),
    operation,
    actor: { kind: "user", name: "Tess Tester" },
  });
  expect(history).toEqual({ items: [line(restore), line(trash)], nextCursor: null });
  expect(JSON.stringify(history)).not.toMatch(/192\.0\.2\.7|secret plan|@|doc_beside/);
});

test("is hidden from people who may not see the document, from next door and from keys that may not read", async () => {
  const owner = await aContext({ role: "owner" });
  const member = await aColleague(owner);
  const { id } = await aDocumentFor(owner, ["all"]);
  await aRow(owner, { operation: trash, documentId: id });

  for (const ctx of [member, await aContext({ role: "owner" })])
    await expect(getDocumentHistory(ctx, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getDocumentHistory(owner, { id: "doc_unknown" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(getDocumentHistory(throughKey(owner, ["write"]), { id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect((await getDocumentHistory(owner, { id })).items).toHaveLength(1);
});

test("goes on page by page, and names people who have left", async () => {
  const owner = await aContext({ role: "owner" });
  const leaver = await aColleague(owner);
  const { id } = await aDocumentFor(owner, ["all", "ws"]);
  for (const operation of [trash, restore, "documents.rename-document"])
    await aRow(leaver, { operation, documentId: id });
  await removeMember(owner, { userId: leaver.actor.id });

  const first = await getDocumentHistory(owner, { id, limit: 2 });
  await aRow(owner, { operation: trash, documentId: id });
  const second = await getDocumentHistory(owner, { id, limit: 2, cursor: first.nextCursor });

  expect([...first.items, ...second.items]).toMatchObject(
    ["documents.rename-document", restore, trash].map((operation) => ({
      operation,
      actor: { name: "Tess Tester" },
    })),
  );
  expect(second.nextCursor).toBeNull();
});
