import { describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { aDocument, aRestrictedProject } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { fileDocuments } from "../documents/file-documents";
import { listNotices } from "../notifications/list-notices";
import { markNoticesRead } from "../notifications/mark-notices-read";
import { shareDocument } from "../sharing/share-document";
import { unshareDocument } from "../sharing/unshare-document";
import { addComment } from "./add-comment";
import { changeComment } from "./change-comment";
import { deleteComment } from "./delete-comment";
import { listComments } from "./list-comments";

const forbidden = { code: "FORBIDDEN" };
const absent = { code: "NOT_FOUND" };
const textsOf = async (ctx: WorkspaceContext, documentId: string) =>
  (await listComments(ctx, { documentId })).items.map(({ text }) => text);

describe("comments", () => {
  test("are read by everybody who sees the document, and changed by their author alone", async () => {
    const ctx = await aContext();
    const { id: documentId } = await aDocument(ctx);
    const other = await aColleague(ctx);
    const { id } = await addComment(ctx, { documentId, text: " Who pays? " });
    expect(await listComments(other, { documentId })).toMatchObject({
      items: [{ text: "Who pays?", mayChange: false, mayDelete: false, editedAt: null }],
    });

    await expect(changeComment(other, { id, text: "Nobody" })).rejects.toMatchObject(forbidden);
    await expect(deleteComment(other, { id })).rejects.toMatchObject(forbidden);
    await changeComment(ctx, { id, text: "Who pays when?" });
    expect((await listComments(ctx, { documentId })).items).toMatchObject([
      { text: "Who pays when?", mayChange: true, editedAt: expect.any(Date) },
    ]);
    await deleteComment(ctx, { id });
    expect(await textsOf(ctx, documentId)).toEqual([]);
  });

  test("of anybody are deleted by owners and admins, and written by no viewer", async () => {
    const owner = await aContext({ role: "owner" });
    const { id: documentId } = await aDocument(owner);
    const member = await aColleague(owner);
    const viewer = await aColleague(owner, { role: "viewer" });
    const { id } = await addComment(member, { documentId, text: "Rude" });
    await expect(addComment(viewer, { documentId, text: "Hello" })).rejects.toMatchObject(
      forbidden,
    );
    expect(await textsOf(viewer, documentId)).toEqual(["Rude"]);
    await expect(changeComment(owner, { id, text: "Kind" })).rejects.toMatchObject(forbidden);
    await deleteComment(owner, { id });
    expect(await textsOf(owner, documentId)).toEqual([]);
  });

  test("are seen neither next door nor by who does not see the document", async () => {
    const owner = await aContext({ role: "owner" });
    const { project, outsider } = await aRestrictedProject(owner);
    const { id: documentId } = await aDocument(owner, { projectIds: [project.id] });
    const { id } = await addComment(owner, { documentId, text: "Secret" });
    for (const stranger of [outsider, await aContext({ role: "owner" })])
      for (const act of [
        () => listComments(stranger, { documentId }),
        () => addComment(stranger, { documentId, text: "Hello" }),
        () => changeComment(stranger, { id, text: "Hello" }),
        () => deleteComment(stranger, { id }),
      ])
        await expect(act()).rejects.toMatchObject(absent);
  });
});

describe("a mention", () => {
  test("tells the mentioned once, and nobody who mentions themselves", async () => {
    const ctx = await aContext();
    const { id: documentId } = await aDocument(ctx, { title: "Lease" });
    const other = await aColleague(ctx);
    const mentionedIds = [other.actor.id, ctx.actor.id, other.actor.id];
    const { id } = await addComment(ctx, { documentId, text: "@Carl who pays?", mentionedIds });
    await changeComment(ctx, { id, text: "@Carl who pays when?", mentionedIds });

    expect(await listNotices(other, {})).toMatchObject({
      unread: 1,
      items: [
        {
          kind: "mention",
          title: "Lease",
          path: `/documents/${documentId}?tab=comments`,
          text: expect.stringContaining("when"),
        },
      ],
    });
    expect((await listNotices(ctx, {})).items).toEqual([]);
    expect(await markNoticesRead(other, {})).toEqual({ count: 1 });
    expect(await listNotices(other, {})).toMatchObject({ unread: 0, items: [{}] });
  });

  test("of somebody who may not see the document is refused, until it is shared with them", async () => {
    const owner = await aContext({ role: "owner" });
    const { project, outsider } = await aRestrictedProject(owner);
    const { id: documentId } = await aDocument(owner, { projectIds: [project.id] });
    const given = { documentId, text: "@Out look", mentionedIds: [outsider.actor.id] };
    await expect(addComment(owner, given)).rejects.toMatchObject({ code: "INVALID_INPUT" });

    const target = { userId: outsider.actor.id };
    await shareDocument(owner, { id: documentId, with: [target] });
    await addComment(owner, given);
    expect((await listNotices(outsider, {})).items.map(({ kind }) => kind)).toEqual([
      "mention",
      "share",
    ]);
    await unshareDocument(owner, { id: documentId, with: target });
    expect(await listNotices(outsider, {})).toEqual({ unread: 0, items: [] });
  });
});

test("a comment is a notice for who uploaded the document and who commented before, if they still see it", async () => {
  const owner = await aContext({ role: "owner" });
  const { project, outsider } = await aRestrictedProject(owner);
  const [uploader, commenter] = [await aColleague(owner), await aColleague(owner)];
  const { id: documentId } = await aDocument(uploader);
  for (const ctx of [commenter, outsider]) await addComment(ctx, { documentId, text: "One" });
  await fileDocuments(owner, { projectId: project.id, add: [documentId] });
  await addComment(owner, { documentId, text: "Two" });

  const textsFor = async (ctx: WorkspaceContext) =>
    (await listNotices(ctx, {})).items.map(({ kind, text }) => `${kind}: ${text}`);
  expect(await textsFor(uploader)).toEqual(["comment: Two", "comment: One", "comment: One"]);
  expect(await textsFor(outsider)).toEqual([]);
  expect(await textsFor(owner)).toEqual([]);
});
