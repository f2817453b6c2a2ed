import { describe, expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf, inBackground } from "../../test/contexts";
import { aDocument, anUpload, aRestrictedProject } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { renameDocument } from "../documents/rename-document";
import { uploadDocument } from "../documents/upload-document";
import { createGroup } from "../groups/create-group";
import { deleteGroup } from "../groups/delete-group";
import { putGroupMember } from "../groups/put-group-member";
import { removeMember } from "../members/remove-member";
import { putProjectMember } from "../projects/put-project-member";
import { getDocumentAccess } from "./get-document-access";
import { listSharedWithMe } from "./list-shared-with-me";
import { shareDocument } from "./share-document";
import { unshareDocument } from "./unshare-document";

const absent = { code: "NOT_FOUND" };
const forbidden = { code: "FORBIDDEN" };

/** A document that only the members of a project see; its lead, a person outside, and an owner. */
async function aHiddenDocument() {
  const owner = await aContext({ role: "owner" });
  const { project, insider, outsider } = await aRestrictedProject(owner);
  const document = await aDocument(owner, { projectIds: [project.id], title: "Salaries" });
  return { owner, project, insider, outsider, document };
}

const inGroup = <Context extends WorkspaceContext>(ctx: Context, id: string): Context => ({
  ...ctx,
  actor: { ...ctx.actor, groups: [id] } as Context["actor"],
});

describe("sharing with a person", () => {
  test("shows the document and what came in it to them, to read and no more, and ends at once", async () => {
    const { owner, outsider, document } = await aHiddenDocument();
    const { id } = document;
    const attachment = anUpload({ parentId: id, source: "attachment" });
    const inside = (await uploadDocument(inBackground(owner), attachment)).document.id;
    const target = { userId: outsider.actor.id };
    await expect(getDocument(outsider, { id })).rejects.toMatchObject(absent);

    await shareDocument(owner, { id, with: [target] });
    expect(await getDocument(outsider, { id })).toMatchObject({ title: "Salaries", projects: [] });
    expect(await getDocument(outsider, { id: inside })).toMatchObject({ mayChange: false });
    await expect(renameDocument(outsider, { id, title: "Mine" })).rejects.toMatchObject(forbidden);
    expect((await announced(owner)).at(-1)).toMatchObject({ name: "documents/changed" });

    await unshareDocument(owner, { id, with: target });
    for (const each of [id, inside])
      await expect(getDocument(outsider, { id: each })).rejects.toMatchObject(absent);
  });

  test("what comes in a shared file later is shared too", async () => {
    const { owner, outsider, document } = await aHiddenDocument();
    await shareDocument(owner, { id: document.id, with: [{ userId: outsider.actor.id }] });
    const { document: late } = await uploadDocument(
      inBackground(owner),
      anUpload({ parentId: document.id, source: "attachment" }),
    );
    expect(await getDocument(outsider, { id: late.id })).toMatchObject({ id: late.id });
  });

  test("is recorded, with those that it is shared with before and after", async () => {
    const { owner, outsider, document } = await aHiddenDocument();
    await shareDocument(owner, { id: document.id, with: [{ userId: outsider.actor.id }] });
    expect(await auditOf(owner)).toContainEqual(
      expect.objectContaining({
        operation: "sharing.share-document",
        subjects: expect.arrayContaining([document.id]),
      }),
    );
  });

  test("whoever leaves the workspace and comes back sees nothing of it", async () => {
    const { owner, outsider, document } = await aHiddenDocument();
    await shareDocument(owner, { id: document.id, with: [{ userId: outsider.actor.id }] });
    await removeMember(owner, { userId: outsider.actor.id });
    await expect(getDocument(outsider, { id: document.id })).rejects.toMatchObject(absent);
  });
});

describe("sharing with a group", () => {
  test("shows the document to its members, until the group is gone", async () => {
    const { owner, outsider, document } = await aHiddenDocument();
    const { id: groupId } = await createGroup(owner, { name: "Board" });
    await putGroupMember(owner, { id: groupId, userId: outsider.actor.id });
    const member = inGroup(outsider, groupId);
    const other = await aColleague(owner);

    await shareDocument(owner, { id: document.id, with: [{ groupId }] });
    expect(await getDocument(member, { id: document.id })).toMatchObject({ id: document.id });
    await expect(getDocument(other, { id: document.id })).rejects.toMatchObject(absent);
    expect(await listSharedWithMe(member, {})).toMatchObject([
      { document: { id: document.id }, throughGroups: ["Board"] },
    ]);

    await deleteGroup(owner, { id: groupId });
    await expect(getDocument(member, { id: document.id })).rejects.toMatchObject(absent);
  });
});

describe("who may share", () => {
  test("a document of a restricted project is shared by its leads, owners and admins alone", async () => {
    const { owner, project, insider, outsider, document } = await aHiddenDocument();
    const given = { id: document.id, with: [{ userId: outsider.actor.id }] };
    const as = (role: "reader" | "contributor" | "lead"): WorkspaceContext => ({
      ...insider,
      actor: { ...insider.actor, projects: [{ id: project.id, role }] } as typeof insider.actor,
    });
    await putProjectMember(owner, {
      id: project.id,
      userId: insider.actor.id,
      role: "contributor",
    });

    for (const role of ["reader", "contributor"] as const) {
      await expect(shareDocument(as(role), given)).rejects.toMatchObject(forbidden);
      expect((await getDocumentAccess(as(role), { id: document.id })).mayShare).toBe(false);
    }
    await shareDocument(as("lead"), given);
    expect(await getDocument(outsider, { id: document.id })).toMatchObject({ title: "Salaries" });
    // Whom it is shared with does not pass it on.
    const third = await aColleague(owner);
    await expect(
      shareDocument(outsider, { id: document.id, with: [{ userId: third.actor.id }] }),
    ).rejects.toMatchObject(forbidden);
  });

  test("viewers share nothing, and nobody shares what is next door or with strangers", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await aDocument(owner);
    const viewer = await aColleague(owner, { role: "viewer" });
    const neighbour = await aContext({ role: "owner" });
    const target = { userId: viewer.actor.id };

    await expect(shareDocument(viewer, { id, with: [target] })).rejects.toMatchObject(forbidden);
    await expect(unshareDocument(viewer, { id, with: target })).rejects.toMatchObject(forbidden);
    for (const act of [
      () => shareDocument(neighbour, { id, with: [{ userId: neighbour.actor.id }] }),
      () => unshareDocument(neighbour, { id, with: target }),
      () => getDocumentAccess(neighbour, { id }),
      () => shareDocument(owner, { id, with: [{ userId: neighbour.actor.id }] }),
      () => shareDocument(owner, { id, with: [{ groupId: "grp_unknown" }] }),
    ])
      await expect(act()).rejects.toMatchObject(absent);
  });
});

test("the access of a document names who sees it and why", async () => {
  const { owner, project, outsider, document } = await aHiddenDocument();
  const { id: groupId } = await createGroup(owner, { name: "Board" });
  await shareDocument(owner, {
    id: document.id,
    with: [{ userId: outsider.actor.id }, { groupId }],
  });

  expect(await getDocumentAccess(owner, { id: document.id })).toMatchObject({
    mayShare: true,
    isOpen: false,
    projects: [{ id: project.id }],
    people: [{ userId: outsider.actor.id }],
    groups: [{ groupId, name: "Board" }],
  });
});
