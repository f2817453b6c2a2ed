import { readFile } from "node:fs/promises";

import { describe, expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf, inBackground } from "../../test/contexts";
import { aDocument, anUpload, aRestrictedProject, runOf, uploadText } from "../../test/documents";
import { getContent } from "../content/get-content";
import type { WorkspaceContext } from "../context";
import { getTimeline } from "../processing/runs/get-timeline";
import { archiveProject } from "../projects/archive-project";
import { createProject } from "../projects/create-project";
import { getDocument } from "./get-document";
import { listDocuments } from "./list-documents";
import { trashDocuments } from "./trash-documents";
import { uploadDocument } from "./upload-document";

const nothing = { items: [], nextCursor: null };

describe("uploadDocument", () => {
  test("stores a pending document with its run, announces it and tells the audit log", async () => {
    const ctx = await aContext();

    const { document, duplicateOf } = await uploadDocument(
      ctx,
      anUpload({ fileName: "lease_2026.pdf" }),
    );

    expect(duplicateOf).toBeNull();
    expect(await getDocument(ctx, { id: document.id })).toMatchObject({
      title: "lease 2026",
      fileName: "lease_2026.pdf",
      status: "pending",
      stage: "uploaded",
      uploadedBy: { id: ctx.actor.id, name: "Tess Tester" },
      versions: [{ number: 1, fileName: "lease_2026.pdf", size: 12 }],
    });
    const { runId } = await runOf(ctx, document.id);
    expect(await announced(ctx)).toMatchObject([
      {
        name: "document/uploaded",
        data: { workspaceId: ctx.workspaceId, documentId: document.id, runId },
      },
    ]);
    expect((await getTimeline(ctx, { id: document.id })).runs).toMatchObject([
      { id: runId, state: "queued", stages: [] },
    ]);
    expect((await auditOf(ctx))[0]).toMatchObject({
      operation: "documents.upload-document",
    });
  });

  test("is refused to a viewer, and leaves nothing behind", async () => {
    const ctx = await aContext({ role: "viewer" });

    await expect(uploadDocument(ctx, anUpload())).rejects.toMatchObject({ code: "FORBIDDEN" });

    expect(await listDocuments(ctx, {})).toEqual(nothing);
    expect(await announced(ctx)).toEqual([]);
  });

  test("is invisible to every other workspace, down to the same bytes", async () => {
    const upload = anUpload();
    const { id } = await aDocument(await aContext(), upload);
    const neighbour = await aContext({ role: "owner" });

    await expect(getDocument(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await uploadDocument(neighbour, upload)).toMatchObject({ duplicateOf: null });
  });

  test("tells of the same bytes instead of storing them twice", async () => {
    const ctx = await aContext();
    const upload = anUpload();
    const { id } = await aDocument(ctx, upload);

    const again = await uploadDocument(ctx, { ...upload, fileName: "other-name.txt" });

    expect(again).toMatchObject({ duplicateOf: id, document: { id } });
    expect((await listDocuments(ctx, {})).items).toHaveLength(1);
    expect(await announced(ctx)).toHaveLength(1);
  });

  test("makes one document of the same bytes uploaded by several at the same time", async () => {
    const ctx = await aContext();
    const upload = anUpload();

    const uploads = await Promise.all(Array.from({ length: 5 }, () => uploadDocument(ctx, upload)));

    expect(new Set(uploads.map(({ document }) => document.id)).size).toBe(1);
    expect(uploads.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(1);
    expect((await listDocuments(ctx, {})).items).toHaveLength(1);
  });

  test("does not tell of bytes that the asker may not see, nor of those in the trash", async () => {
    const { project, insider, outsider, admin } = await aRestrictedProject();
    const upload = anUpload();
    const hidden = await aDocument(insider, { ...upload, projectIds: [project.id] });

    const second = await uploadDocument(outsider, upload);
    expect(second.duplicateOf).toBeNull();

    await trashDocuments(admin, { ids: [hidden.id, second.document.id] });
    expect(await uploadDocument(admin, upload)).toMatchObject({ duplicateOf: null });
  });

  test("files it to projects, but to none that is archived, hidden or of another workspace", async () => {
    const ctx = await aContext({ role: "admin" });
    const open = await createProject(ctx, { name: "Open" });
    const archived = await createProject(ctx, { name: "Old" });
    const restricted = await createProject(ctx, { name: "Secret", isRestricted: true });
    await archiveProject(ctx, { id: archived.id });
    const foreign = await createProject(await aContext(), { name: "Foreign" });
    const member = await aColleague(ctx);

    const filed = await aDocument(member, { projectIds: [open.id] });
    expect(filed.projects).toEqual([{ id: open.id, name: "Open", isRestricted: false }]);

    for (const [id, code] of [
      [archived.id, "CONFLICT"],
      [restricted.id, "NOT_FOUND"],
      [foreign.id, "NOT_FOUND"],
    ] as const)
      await expect(uploadDocument(member, anUpload({ projectIds: [id] }))).rejects.toMatchObject({
        code,
      });
    expect((await listDocuments(ctx, {})).items).toHaveLength(1);
  });

  test("does not double an attachment when its mail is read again, even by two at once", async () => {
    const ctx = await aContext();
    const mail = await aDocument(ctx, { fileName: "mail.eml" });
    const attachment = anUpload({ fileName: "offer.pdf", source: "attachment", parentId: mail.id });
    const attach = () => uploadDocument(inBackground(ctx), attachment);

    await Promise.all([attach(), attach()]);
    await attach();

    const { attachments } = await getDocument(ctx, { id: mail.id });
    expect(attachments).toMatchObject([{ fileName: "offer.pdf", parentId: mail.id }]);
    expect(attachments).toHaveLength(1);
  });

  test("shows an attachment to those who may see its mail, and to nobody else", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    const mail = await aDocument(admin, { projectIds: [project.id] });

    const { id } = await aDocument(inBackground(admin), { parentId: mail.id });

    expect(await getDocument(insider, { id })).toMatchObject({
      parent: { id: mail.id },
      projects: [{ id: project.id }],
    });
    await expect(getDocument(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("receiveUpload", () => {
  test("keeps the bytes as they came, under a key that says nothing of their name", async () => {
    const ctx = await aContext();

    const { document } = await uploadText(ctx, "The rent is due.", { fileName: "C:\\in\\a.txt" });

    expect(document).toMatchObject({ fileName: "a.txt", title: "a", size: 16 });
    const { open, fileName } = await getContent(ctx, { id: document.id });
    expect(fileName).toBe("a.txt");
    expect(Buffer.concat(await (await open()).toArray()).toString()).toBe("The rent is due.");
  });

  test("files the same bytes to another project too, and says so", async () => {
    const ctx = await aContext();
    const [first, second] = [await aProject(ctx, "First"), await aProject(ctx, "Second")];
    const { document } = await uploadText(ctx, "both", { projectIds: [first.id] });

    const again = await uploadText(ctx, "both", { projectIds: [first.id, second.id] });

    expect(again).toMatchObject({ duplicateOf: document.id, filedTo: [second.id] });
    const filed = again.document.projects.map(({ id }) => id);
    expect(filed.toSorted()).toEqual([first.id, second.id].toSorted());
    expect(await uploadText(ctx, "both", { projectIds: [second.id] })).toMatchObject({
      filedTo: [],
    });
  });

  test("refuses as filing does where the same bytes may not be filed to the project", async () => {
    const admin = await aContext({ role: "admin" });
    const member = await aColleague(admin);
    const archived = await aProject(admin, "Old");
    const restricted = await createProject(admin, { name: "Secret", isRestricted: true });
    await archiveProject(admin, { id: archived.id });
    const foreign = await aProject(await aContext(), "Foreign");
    const { document } = await uploadText(member, "not everywhere");

    for (const [id, code] of [
      [archived.id, "CONFLICT"],
      [restricted.id, "NOT_FOUND"],
      [foreign.id, "NOT_FOUND"],
    ] as const)
      await expect(
        uploadText(member, "not everywhere", { projectIds: [id] }),
      ).rejects.toMatchObject({ code });
    expect((await getDocument(admin, { id: document.id })).projects).toEqual([]);
  });

  test("leaves no file behind for a duplicate, nor when it is refused", async () => {
    const written: string[] = [];
    const ctx = await aContext();
    const watched = {
      ...ctx,
      files: {
        ...ctx.files,
        writeFrom: async (key: string, path: string) => {
          written.push(key);
          expect(await readFile(path, "utf8")).toBe("same");
          await ctx.files.writeFrom(key, path);
        },
      },
    };
    await uploadText(watched, "same");

    expect(await uploadText(watched, "same")).toMatchObject({ duplicateOf: expect.any(String) });
    await expect(
      uploadText(watched, "same", { projectIds: ["prj_unknown"] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await trashDocuments(watched, {
      ids: (await listDocuments(ctx, {})).items.map(({ id }) => id),
    });
    await expect(
      uploadText(watched, "same", { projectIds: ["prj_unknown"] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });

    const kept = await Promise.all(written.map((key) => ctx.files.exists(key)));
    expect(kept).toEqual([true, false, false, false]);
  });

  test("keeps nothing of a file in a name but what can be shown", async () => {
    const ctx = await aContext();
    const names = [
      ["rent\r\nSet-Cookie: a.txt", "rentSet-Cookie: a.txt"],
      ["a\u202etxt.exe", "atxt.exe"],
      ["a\u2066b\u2069.txt", "ab.txt"],
      ["..", "Untitled"],
      ["../../", "Untitled"],
      ["bell\u0007.txt", "bell.txt"],
    ];
    for (const [given = "", kept] of names) {
      const { document } = await uploadText(ctx, given, { fileName: given });
      expect(document.fileName).toBe(kept);
    }
  });

  test("leaves no torso, and says that the disk is full, when it breaks off in the middle", async () => {
    const ctx = await aContext();
    const full = {
      ...ctx,
      files: {
        ...ctx.files,
        async writeFrom(key: string) {
          await ctx.files.write(key, Buffer.from("half of"));
          const cause = Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" });
          throw new Error("Unable to write the file", { cause });
        },
      },
    };

    await expect(uploadText(full, "half of it")).rejects.toMatchObject({
      code: "STORAGE_FULL",
      message: "The disk of the server is full",
    });
    expect(await ctx.files.list(`uploads/${ctx.workspaceId}`)).toEqual([]);
    expect((await listDocuments(ctx, {})).items).toEqual([]);
  });
});

function aProject(ctx: WorkspaceContext, name: string) {
  return createProject(ctx, { name });
}
