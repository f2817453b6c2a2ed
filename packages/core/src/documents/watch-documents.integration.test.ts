import { queryOnce } from "@besunny/db/test/fresh-database";
import { describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { aDocument, aRestrictedProject } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { updateProject } from "../projects/update-project";
import { isGone, type WatchedDocument } from "./contract/watched-document";
import { deleteDocuments } from "./delete-documents";
import { fileDocuments } from "./file-documents";
import { renameDocument } from "./rename-document";
import { trashDocuments } from "./trash-documents";
import { watchDocuments } from "./watch-documents";

/** A watcher and what it sees next; `stop` ends it. */
function watch(ctx: WorkspaceContext, input: Parameters<typeof watchDocuments>[1] = { after: 0 }) {
  const stopping = new AbortController();
  const seen = watchDocuments(ctx, input, stopping.signal);
  const next = async (): Promise<WatchedDocument | undefined> => (await seen.next()).value;
  const stop = async () => {
    stopping.abort();
    return seen.next();
  };
  return { next, stop };
}

/** Returns the next item that fits; adds all earlier ones to `told`. */
async function until(
  next: () => Promise<WatchedDocument | undefined>,
  fits: (item: WatchedDocument) => boolean,
  told: unknown[] = [],
) {
  for (;;) {
    const item = await next();
    if (!item || fits(item)) return item;
    told.push(item);
  }
}

function titleOf(item: WatchedDocument | undefined): string {
  return item && !isGone(item) ? item.title : "";
}

describe("watchDocuments", () => {
  test("shows a document each time it changes, until it is stopped", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx, { title: "Lease" });
    const { next, stop } = watch(ctx);

    expect(await next()).toMatchObject({ id, title: "Lease" });
    const waiting = next();
    await renameDocument(ctx, { id, title: "Lease 2026" });
    expect(await waiting).toMatchObject({ id, title: "Lease 2026" });
    expect(await stop()).toEqual({ done: true, value: undefined });
  });

  test("resumes where a lost connection ended, with the newest state of each", async () => {
    const ctx = await aContext();
    const first = await aDocument(ctx);
    const second = await aDocument(ctx);
    await renameDocument(ctx, { id: second.id, title: "Twice" });
    await renameDocument(ctx, { id: second.id, title: "Thrice" });

    const { next, stop } = watch(ctx, { after: first.seq });

    const told = [await next(), await next()];
    expect(told).toMatchObject([{ id: first.id }, { id: second.id, title: "Thrice" }]);
    await stop();
  });

  test("misses no change whose number was taken before another's and committed after it", async () => {
    const ctx = await aContext();
    const [late, early] = [await aDocument(ctx), await aDocument(ctx)];
    const { next, stop } = watch(ctx);
    await next();
    await next();
    const reading = next();
    let holdNumber: () => void = () => undefined;
    const isHeld = new Promise<void>((resolve) => {
      holdNumber = resolve;
    });
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
    const slow = ctx.db.write(scope, async ({ documents }) => {
      await documents.update(late.id, { title: "Late" });
      await isHeld;
    });
    await renameDocument(ctx, { id: early.id, title: "Early" });
    expect(await reading).toMatchObject({ title: "Early" });

    const following = next();
    holdNumber();
    await slow;
    expect(await following).toMatchObject({ title: "Late" });
    await stop();
  });

  test("shows all that changed meanwhile, however many", async () => {
    const ctx = await aContext({ changes: { onChange: () => () => undefined } });
    await queryOnce(
      process.env.TEST_SUPERUSER_URL ?? "",
      `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
       select $1 || n, $2, n, 'a.txt', 'text/plain', 1, n, 'uploads/x', '{all,ws}' from generate_series(1, 1100) n`,
      [`doc_${ctx.workspaceId}_`, ctx.workspaceId],
    );
    const { next, stop } = watch(ctx);
    const titles = new Set<string>();

    for (let n = 0; n < 1100; n += 1) titles.add(titleOf(await next()));

    expect(titles.size).toBe(1100);
    await stop();
  });

  test("shows one document alone when asked for it", async () => {
    const ctx = await aContext();
    await aDocument(ctx);
    const { id } = await aDocument(ctx);
    const { next, stop } = watch(ctx, { after: 0, documentId: id });

    expect(await next()).toMatchObject({ id });
    await stop();
  });

  test("shows nothing of a restricted project to who is not in it, nor anything next door", async () => {
    const { project, insider, outsider } = await aRestrictedProject();
    const neighbour = await aContext({ role: "owner" });
    const [seenInside, seenOutside, seenNextDoor] = [insider, outsider, neighbour].map((ctx) =>
      watch(ctx),
    );
    const waiting = [seenOutside?.next(), seenNextDoor?.next()];

    const hidden = await aDocument(insider, { projectIds: [project.id] });
    expect(await seenInside?.next()).toMatchObject({ id: hidden.id });
    const open = await aDocument(await aColleague(insider));
    const foreign = await aDocument(neighbour);

    expect(await Promise.all(waiting)).toMatchObject([{ id: open.id }, { id: foreign.id }]);
    await Promise.all([seenInside?.stop(), seenOutside?.stop(), seenNextDoor?.stop()]);
  });

  test("tells that a document is gone to those who could see it, and nothing to the others", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    const { id } = await aDocument(admin, { title: "Salaries" });
    const secret = await aDocument(insider, { projectIds: [project.id] });
    const seen = watch(outsider, {});
    const told: unknown[] = [];
    const waiting = until(seen.next, isGone, told);
    await renameDocument(insider, { id: secret.id, title: "Not for you" });

    await fileDocuments(admin, { projectId: project.id, add: [id] });

    expect(await waiting).toMatchObject({ id, isGone: true });
    expect(JSON.stringify(told)).not.toContain(secret.id);
    await seen.stop();
  });

  test("tells of each of many documents that it is gone, whether it was shown before or not, and of none that stays", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    await updateProject(admin, { id: project.id, isRestricted: false });
    const suffix = outsider.workspaceId.slice(3);
    const many = Array.from({ length: 300 }, (_, n) => `doc_${suffix}_${n}`);
    await queryOnce(
      process.env.TEST_SUPERUSER_URL ?? "",
      `with made as (
         insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
         select id, $2, id, 'a.txt', 'text/plain', 1, id, 'uploads/x', '{all,ws}' from unnest($1::text[]) id returning id
       ) insert into document_projects (document_id, project_id, workspace_id) select id, $3, $2 from made`,
      [many, outsider.workspaceId, project.id],
    );
    const stays = await aDocument(admin);
    const [outside, inside] = [watch(outsider, {}), watch(insider, {})];
    const [waiting, waitingInside] = [outside.next(), inside.next()];
    await renameDocument(admin, { id: many[0] ?? "", title: "Shown before" });
    // The notification of the document that stays may come late.
    for (const [watcher, first] of [
      [outside, waiting],
      [inside, waitingInside],
    ] as const) {
      let item = await first;
      if (titleOf(item) !== "Shown before") item = await watcher.next();
      expect(titleOf(item)).toBe("Shown before");
    }

    const [first, firstInside] = [outside.next(), inside.next()];
    await updateProject(admin, { id: project.id, isRestricted: true });

    const gone = new Set<string>();
    const kept = new Set<string>();
    for (let item = await first; item; item = await outside.next()) {
      if (isGone(item)) gone.add(item.id);
      if (gone.size === many.length) break;
    }
    for (let item = await firstInside; item; item = await inside.next()) {
      if (!isGone(item)) kept.add(item.id);
      if (kept.size === many.length) break;
    }
    expect([[...gone].toSorted(), [...kept].toSorted()]).toEqual([
      many.toSorted(),
      many.toSorted(),
    ]);
    expect(gone).not.toContain(stays.id);
    await Promise.all([outside.stop(), inside.stop()]);
  });

  test("tells that a document was deleted for good", async () => {
    const admin = await aContext({ role: "admin" });
    const { id } = await aDocument(admin);
    const { next, stop } = watch(admin);
    await next();
    await trashDocuments(admin, { ids: [id] });
    const waiting = until(next, isGone);

    await deleteDocuments(admin, { ids: [id] });

    expect(await waiting).toMatchObject({ id, isGone: true });
    await stop();
  });

  test("ends for who watches one document that they may no longer see", async () => {
    const { project, admin, outsider } = await aRestrictedProject();
    const { id } = await aDocument(admin);
    const seen = watch(outsider, { documentId: id });
    const waiting = until(seen.next, isGone);

    await fileDocuments(admin, { projectId: project.id, add: [id] });

    await expect(waiting).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
