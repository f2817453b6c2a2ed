import { expect, test } from "vitest";

import { aContext } from "../../../test/contexts";
import { aDocument, aRestrictedProject } from "../../../test/documents";
import { fileDocuments } from "../file-documents";
import { explainAccess } from "./explain-access";

test("says who sees a document, and why", async () => {
  const { project, admin, insider, outsider } = await aRestrictedProject();
  const { id } = await aDocument(insider);
  const idsOf = ({ people }: Awaited<ReturnType<typeof explainAccess>>) =>
    people.map((person) => person.id);

  const open = await explainAccess(outsider, { id });
  expect(open.isOpen).toBe(true);
  expect(idsOf(open)).toContain(outsider.actor.id);

  await fileDocuments(admin, { projectId: project.id, add: [id] });
  const closed = await explainAccess(admin, { id });
  expect(closed.isOpen).toBe(false);
  expect(idsOf(closed)).not.toContain(outsider.actor.id);
  const named = { id: project.id, name: project.name };
  expect(closed.people.find((person) => person.id === insider.actor.id)?.reasons).toEqual([
    { kind: "uploader", project: null },
    { kind: "project", project: named },
  ]);
  expect(closed.people.find((person) => person.id === admin.actor.id)?.reasons).toContainEqual({
    kind: "manager",
    project: null,
  });

  await expect(explainAccess(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(explainAccess(await aContext(), { id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
