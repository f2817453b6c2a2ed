import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  anIdentityContext,
  auditOf,
  inBackground,
} from "../../test/contexts";
import { aDocument, anUpload, aRestrictedProject } from "../../test/documents";
import type { Actor } from "../access/actor";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { listDocuments } from "../documents/list-documents";
import { renameDocument } from "../documents/rename-document";
import { trashDocuments } from "../documents/trash-documents";
import { uploadDocument } from "../documents/upload-document";
import { checkLink } from "../identity/check-link";
import { createLink } from "./create-link";
import { getDocumentAccess } from "./get-document-access";
import { getLinkedDocument } from "./get-linked-document";
import { openLink } from "./open-link";
import { revokeLink } from "./revoke-link";

const absent = { code: "NOT_FOUND" };
const DAY_MS = 86_400_000;

/** Returns the holder of the token; null if it lets nobody in. */
async function holder(ctx: WorkspaceContext, token: string, clock = () => new Date()) {
  const found = await checkLink({ ...anIdentityContext(), clock }, { token });
  return found && { ...ctx, workspaceId: found.workspaceId, actor: found.actor as Actor };
}

describe("a link", () => {
  test("shows its document alone, and neither what came in it nor anything else", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await aDocument(owner, { title: "Lease" });
    await uploadDocument(inBackground(owner), anUpload({ parentId: id, source: "attachment" }));
    const other = await aDocument(owner, { title: "Salaries" });
    const { token } = await createLink(owner, { id });

    const stranger = await holder(owner, token);
    if (!stranger) throw new Error("The link lets nobody in");
    expect(await openLink(stranger, {})).toMatchObject({ id, title: "Lease", mayDownload: false });
    expect((await listDocuments(stranger, {})).items.map((each) => each.id)).toEqual([id]);
    expect(await getDocument(stranger, { id })).toMatchObject({
      attachments: [],
      mayChange: false,
    });
    await expect(getDocument(stranger, { id: other.id })).rejects.toMatchObject(absent);
    await expect(renameDocument(stranger, { id, title: "Mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("ends when it is revoked, when it runs out, and when its document goes to the trash", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await aDocument(owner);
    const link = await createLink(owner, { id, days: 2 });
    const stranger = await holder(owner, link.token);
    if (!stranger) throw new Error("The link lets nobody in");

    const later = () => new Date(Date.now() + 3 * DAY_MS);
    expect(await holder(owner, link.token, later)).toBeNull();
    await trashDocuments(owner, { ids: [id] });
    await expect(getLinkedDocument(stranger, {})).rejects.toMatchObject(absent);

    await revokeLink(owner, { linkId: link.id });
    expect(await holder(owner, link.token)).toBeNull();
    // The holder who was let in before sees it no longer either.
    await expect(getDocument(stranger, { id })).rejects.toMatchObject(absent);
  });

  test("is recorded when it is opened, and counted", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await aDocument(owner);
    const link = await createLink(owner, { id, mayDownload: true });
    const stranger = await holder(owner, link.token);
    if (!stranger) throw new Error("The link lets nobody in");
    await openLink(stranger, {});

    expect((await getDocumentAccess(owner, { id })).links).toMatchObject([
      { id: link.id, openedCount: 1, mayDownload: true },
    ]);
    expect(await auditOf(owner)).toContainEqual(
      expect.objectContaining({
        operation: "sharing.open-link",
        actorKind: "link",
        actorId: link.id,
        subjects: [id],
      }),
    );
  });

  test("is stored by its hash alone, and a wrong one lets nobody in", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await aDocument(owner);
    const { token } = await createLink(owner, { id });
    expect(JSON.stringify(await auditOf(owner))).not.toContain(token);
    expect(await holder(owner, `${token}x`)).toBeNull();
  });
});

test("links are made and revoked by who may show the document to others, and by nobody next door", async () => {
  const owner = await aContext({ role: "owner" });
  const { project, insider } = await aRestrictedProject(owner);
  const { id } = await aDocument(owner, { projectIds: [project.id] });
  const { id: linkId } = await createLink(owner, { id });
  const viewer = await aColleague(owner, { role: "viewer" });
  const contributor: WorkspaceContext = {
    ...insider,
    actor: {
      ...insider.actor,
      projects: [{ id: project.id, role: "contributor" }],
    } as typeof insider.actor,
  };

  for (const who of [contributor, viewer])
    await expect(createLink(who, { id })).rejects.toMatchObject({ code: expect.any(String) });
  await expect(revokeLink(contributor, { linkId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await getDocumentAccess(contributor, { id })).links).toEqual([]);
  const neighbour = await aContext({ role: "owner" });
  await expect(createLink(neighbour, { id })).rejects.toMatchObject(absent);
  await expect(revokeLink(neighbour, { linkId })).rejects.toMatchObject(absent);
});

test("nobody but the holder of a link opens it", async () => {
  const owner = await aContext({ role: "owner" });
  await expect(openLink(owner, {})).rejects.toMatchObject(absent);
  await expect(getLinkedDocument(owner, {})).rejects.toMatchObject(absent);
});
