import { Readable } from "node:stream";
import { expect, test } from "vitest";

import { aContext, auditOf } from "../../../test/contexts";
import { aDocument, aRestrictedProject } from "../../../test/documents";
import { downloadDocuments } from "./download-documents";

const files = { stream: async (key: string) => Readable.from(key) };

test("the originals of all that match are named, opened and recorded as downloaded", async () => {
  const ctx = await aContext({ files });
  const { id } = await aDocument(ctx, {
    title: "Lease 1",
    fileName: "lease.pdf",
    folder: "Office",
    storageKey: "uploads/lease",
  });
  const { id: second } = await aDocument(ctx, { title: "Lease 2", fileName: "lease.pdf" });
  await aDocument(ctx, { title: "Memo" });

  const { files: found } = await downloadDocuments(ctx, { matching: { q: "title:lease" } });
  expect(found.map(({ path }) => path).toSorted()).toEqual([
    "Office/lease.pdf",
    "documents.csv",
    "lease.pdf",
  ]);
  const lease = found.find(({ path }) => path.startsWith("Office"));
  expect((await lease?.open())?.read()).toBe("uploads/lease");
  const list = found.find(({ path }) => path === "documents.csv");
  expect(String((await list?.open())?.read())).toMatch(/Office\/lease.pdf,doc_\w+,Lease 1,/);
  const [row] = (await auditOf(ctx)).filter(
    ({ operation }) => operation === "documents.record-download",
  );
  expect(row?.subjects.toSorted()).toEqual([id, second].toSorted());
});

test("nothing hidden goes into an archive, by its id or by a query", async () => {
  const { admin, outsider, project } = await aRestrictedProject({ files });
  const { id } = await aDocument(admin, { projectIds: [project.id] });

  for (const choice of [{ ids: [id] }, { matching: {} }])
    await expect(downloadDocuments(outsider, choice)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const neighbour = await aContext({ role: "owner" });
  await expect(downloadDocuments(neighbour, { ids: [id] })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
