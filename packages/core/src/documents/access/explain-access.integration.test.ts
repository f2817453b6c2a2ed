import { expect, test } from "vitest";

import { aContext } from "../../../test/contexts";
import { aDocument, aRestrictedProject } from "../../../test/documents";
import { createGroup } from "../../groups/create-group";
import { putGroupMember } from "../../groups/put-group-member";
import { shareDocument } from "../../sharing/share-document";
import { unshareDocument } from "../../sharing/unshare-document";
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
    { kind: "uploader", project: null, group: null },
    { kind: "project", project: named, group: null },
  ]);
  expect(closed.people.find((person) => person.id === admin.actor.id)?.reasons).toContainEqual({
    kind: "manager",
    project: null,
    group: null,
  });

  const group = await createGroup(admin, { name: "Board" });
  await putGroupMember(admin, { id: group.id, userId: outsider.actor.id });
  await shareDocument(admin, { id, with: [{ groupId: group.id }] });
  const shared = await explainAccess(admin, { id });
  expect(shared.people.find((person) => person.id === outsider.actor.id)?.reasons).toEqual([
    { kind: "group", project: null, group: { id: group.id, name: "Board" } },
  ]);
  await unshareDocument(admin, { id, with: { groupId: group.id } });

  await expect(explainAccess(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(explainAccess(await aContext(), { id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
