import { expect, test } from "vitest";

import { aContext, auditOf } from "../../../test/contexts";
import { aDocument, aRestrictedProject } from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { createField } from "../../fields/create-field";
import { setField } from "../fields/set-field";
import { exportList } from "./export-list";

async function linesOf(ctx: WorkspaceContext, input: Parameters<typeof exportList>[1]) {
  let text = "";
  for await (const chunk of exportList(ctx, input)) text += chunk;
  return text
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .slice(0, -1);
}

test("the list has one line for each document that matches, with its fields, and no formula", async () => {
  const ctx = await aContext({ role: "admin" });
  const { id } = await aDocument(ctx, { title: "=Lease, 1" });
  await aDocument(ctx, { title: "Lease 2" });
  await aDocument(ctx, { title: "Memo" });
  const { id: fieldId } = await createField(ctx, { name: "Cost centre", kind: "text" });
  await setField(ctx, { ids: [id], fieldId, value: "4711" });

  const [head = "", first = "", ...rest] = await linesOf(ctx, { q: "lease", sort: "title" });
  expect(head).toMatch(/^id,title,.*,uploaded_by,Cost centre$/);
  expect(first).toContain(`${id},"'=Lease, 1"`);
  expect(first).toMatch(/,4711$/);
  expect(rest).toHaveLength(1);
  expect(await auditOf(ctx)).toContainEqual(
    expect.objectContaining({ operation: "documents.record-export", outcome: "ok" }),
  );
});

test("more documents than one page are all there once, and nothing hidden is", async () => {
  const { admin, outsider, project } = await aRestrictedProject();
  await aDocument(admin, { title: "Secret", projectIds: [project.id] });
  for (let at = 0; at < 205; at += 1) await aDocument(admin, { title: `Paper ${at}` });

  const lines = await linesOf(outsider, {});
  expect(new Set(lines).size).toBe(206);
  expect(lines.join()).not.toContain("Secret");
  expect(await linesOf(await aContext({ role: "owner" }), {})).toHaveLength(1);
});
