import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  announced,
  auditOf,
  inBackground,
  startingTogether,
} from "../../test/contexts";
import {
  aDocument,
  aRecord,
  aRestrictedProject,
  aStartedDocument,
  runOf,
  uploadText,
} from "../../test/documents";
import { createReprocessBatch } from "../batches/create-reprocess-batch";
import { listBatchDocuments } from "../batches/list-batch-documents";
import type { WorkspaceContext } from "../context";
import { documentsChanged } from "../events";
import { cancelDocuments } from "../processing/cancel-documents";
import { removeLeftovers } from "../processing/remove-leftovers";
import { retryDocuments } from "../processing/retry-documents";
import { getTimeline } from "../processing/runs/get-timeline";
import { startRun } from "../processing/runs/start-run";
import { beginStage } from "../processing/stages/begin-stage";
import { failDocument } from "../processing/stages/fail-document";
import { recordUnderstanding } from "../processing/stages/record-understanding";
import { unlockDocument } from "../processing/unlock-document";
import { archiveProject } from "../projects/archive-project";
import { createProject } from "../projects/create-project";
import { putProjectMember } from "../projects/put-project-member";
import { updateProject } from "../projects/update-project";
import { listInRange } from "../search/list-in-range";
import { correctType } from "./correct-type";
import { deleteDocuments } from "./delete-documents";
import { fileDocuments } from "./file-documents";
import { getDocument } from "./get-document";
import { getTrashDays } from "./get-trash-days";
import { listDocuments } from "./list-documents";
import { renameDocument } from "./rename-document";
import { restoreDocuments } from "./restore-documents";
import { trashDocuments } from "./trash-documents";

const namesOf = async (ctx: WorkspaceContext) => (await announced(ctx)).map(({ name }) => name);
/** The documents that each event on many names, as long as no later one has changed them. */
async function changedInRanges(ctx: WorkspaceContext) {
  const events = (await announced(ctx)).filter(({ name }) => name === "documents/changed");
  return Promise.all(
    events.map(async ({ data }) => {
      const { fromSeq, toSeq } = documentsChanged.schema.parse(data);
      const found = await listInRange(inBackground(ctx, {}, "sync-index"), {
        fromSeq,
        toSeq,
        limit: 500,
      });
      return found.map(({ id }) => id).toSorted();
    }),
  );
}

const failure = { code: "CORRUPT", message: "The file is damaged.", remedy: "Save it again." };

async function aFailedDocument(ctx: WorkspaceContext) {
  const document = await aStartedDocument(ctx);
  await failDocument(inBackground(ctx), { ...document.run, ...failure });
  return document;
}

describe("every command on documents", () => {
  const one = (id: string) => ({ ids: [id] });
  const refusedTo: [string, (ctx: WorkspaceContext, id: string) => Promise<unknown>][] = [
    ["renameDocument", (ctx, id) => renameDocument(ctx, { id, title: "Mine now" })],
    ["correctType", (ctx, id) => correctType(ctx, { id, type: "memo" })],
    ["trashDocuments", (ctx, id) => trashDocuments(ctx, one(id))],
    ["restoreDocuments", (ctx, id) => restoreDocuments(ctx, one(id))],
    ["deleteDocuments", (ctx, id) => deleteDocuments(ctx, one(id))],
    ["retryDocuments", (ctx, id) => retryDocuments(ctx, one(id))],
    ["cancelDocuments", (ctx, id) => cancelDocuments(ctx, one(id))],
  ];

  test.each(refusedTo)("%s is refused to a viewer, and changes nothing", async (_, act) => {
    const ctx = await aContext();
    const { id } = await aFailedDocument(ctx);
    const before = [await getDocument(ctx, { id }), await announced(ctx), await auditOf(ctx)];

    await expect(act(await aColleague(ctx, { role: "viewer" }), id)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });

    expect([await getDocument(ctx, { id }), await announced(ctx), await auditOf(ctx)]).toEqual(
      before,
    );
  });

  test.each(refusedTo)("%s finds nothing next door, nor where one may not look", async (_, act) => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    const { id } = await aDocument(insider, { projectIds: [project.id] });
    await trashDocuments(insider, one(id));
    const before = await getDocument(admin, { id });

    for (const stranger of [await aContext({ role: "owner" }), outsider]) {
      const answer = await act(stranger, id).then(
        (given) => given,
        (error: { code: string }) => error.code,
      );
      const isUnseen = ["NOT_FOUND", "FORBIDDEN"].includes(String(answer));
      if (!isUnseen) expect(answer).toEqual({ ids: [] });
    }
    expect(await getDocument(admin, { id })).toEqual(before);
  });
});

describe("the role in a project", () => {
  const one = (id: string) => ({ ids: [id] });
  const changes: [string, (ctx: WorkspaceContext, id: string, projectId: string) => unknown][] = [
    ["renameDocument", (ctx, id) => renameDocument(ctx, { id, title: "Mine now" })],
    ["correctType", (ctx, id) => correctType(ctx, { id, type: "memo" })],
    ["trashDocuments", (ctx, id) => trashDocuments(ctx, one(id))],
    ["restoreDocuments", (ctx, id) => restoreDocuments(ctx, one(id))],
    ["retryDocuments", (ctx, id) => retryDocuments(ctx, one(id))],
    ["cancelDocuments", (ctx, id) => cancelDocuments(ctx, one(id))],
    ["unlockDocument", (ctx, id) => unlockDocument(ctx, { id, password: "guess" })],
    ["fileDocuments, in", (ctx, id, projectId) => fileDocuments(ctx, { projectId, add: [id] })],
    ["fileDocuments, out", (ctx, id, projectId) => fileDocuments(ctx, { projectId, remove: [id] })],
    ["uploadDocument", (ctx, _, projectId) => aDocument(ctx, { projectIds: [projectId] })],
    ["uploadDocument, attached", (ctx, id) => aDocument(ctx, { parentId: id })],
    ["createReprocessBatch", (ctx, id) => createReprocessBatch(ctx, one(id))],
    [
      "updateProject",
      (ctx, _, id) => updateProject(ctx, { id, isRestricted: false, isConfirmed: true }),
    ],
    [
      "putProjectMember",
      (ctx, _, id) =>
        putProjectMember(ctx, {
          id,
          userId: ctx.actor.kind === "user" ? ctx.actor.id : "",
          role: "lead",
        }),
    ],
  ];

  test.each(changes)("of a reader does not let them %s, and nothing changes", async (_, act) => {
    const { project, admin } = await aRestrictedProject();
    const reader = await aColleague(admin, { projects: [{ id: project.id, role: "reader" }] });
    await putProjectMember(admin, { id: project.id, userId: reader.actor.id, role: "reader" });
    const { id } = await aDocument(admin, { projectIds: [project.id] });
    const before = [
      await getDocument(reader, { id }),
      await announced(admin),
      await auditOf(admin),
    ];

    await expect(act(reader, id, project.id)).rejects.toMatchObject({ code: "FORBIDDEN" });

    expect([
      await getDocument(reader, { id }),
      await announced(admin),
      await auditOf(admin),
    ]).toEqual(before);
  });

  test("leaves out of a backfill by filter what one may only read", async () => {
    const { project, admin } = await aRestrictedProject();
    const reader = await aColleague(admin, { projects: [{ id: project.id, role: "reader" }] });
    const [kept, mine] = [await aFailedDocument(admin), await aFailedDocument(admin)];
    await fileDocuments(admin, { projectId: project.id, add: [kept.id] });

    const { id } = await createReprocessBatch(reader, { filter: {} });

    const { items } = await listBatchDocuments(admin, { id });
    expect(items.map(({ documentId }) => documentId)).toEqual([mine.id]);
  });
});

describe("renameDocument", () => {
  test("changes the title, and says so once", async () => {
    const ctx = await aContext();
    const { id, seq } = await aDocument(ctx);

    expect(await renameDocument(ctx, { id, title: "  New lease " })).toMatchObject({
      title: "New lease",
    });
    await renameDocument(ctx, { id, title: "New lease" });

    expect((await getDocument(ctx, { id })).seq).toBeGreaterThan(seq);
    expect(await namesOf(ctx)).toEqual(["document/uploaded", "document/changed"]);
  });
});

describe("correctType", () => {
  test("holds from then on, with who said so and what was thought before", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);

    await correctType(ctx, { id, type: "contract" });
    await correctType(ctx, { id, type: "contract" });
    await correctType(ctx, { id, type: null });

    expect(await getDocument(ctx, { id })).toMatchObject({
      type: null,
      typeConfidence: null,
      isTypeCorrected: true,
    });
    expect((await getTimeline(ctx, { id })).corrections).toMatchObject([
      { field: "type", before: "contract", after: null, byId: ctx.actor.id },
      { field: "type", before: null, after: "contract", byId: ctx.actor.id },
    ]);
    expect(await namesOf(ctx)).toEqual([
      "document/uploaded",
      ...Array.from({ length: 2 }, () => ["document/type-corrected", "document/changed"]).flat(),
    ]);
  });

  test("refuses a type that nobody knows, and a document in the trash", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);

    await expect(correctType(ctx, { id, type: "poem" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await trashDocuments(ctx, { ids: [id] });
    await expect(correctType(ctx, { id, type: "memo" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("survives that the document is processed again", async () => {
    const ctx = await aContext();
    const document = await aFailedDocument(ctx);
    await correctType(ctx, { id: document.id, type: "memo" });
    await retryDocuments(ctx, { ids: [document.id] });
    const run = await runOf(ctx, document.id);
    await startRun(inBackground(ctx), run);

    await recordUnderstanding(inBackground(ctx), { ...run, ...aRecord({ type: "contract" }) });

    expect(await getDocument(ctx, { id: document.id })).toMatchObject({
      type: "memo",
      typeConfidence: 1,
      isTypeCorrected: true,
      language: "en",
      result: { type: { name: "contract" } },
    });
  });
});

describe("trashDocuments", () => {
  test("takes a mail with its attachments and theirs, each once, and says so", async () => {
    const ctx = await aContext();
    const mail = await aDocument(ctx, { fileName: "mail.eml" });
    const forwarded = await aDocument(ctx, { fileName: "inner.eml", parentId: mail.id });
    const offer = await aDocument(ctx, { fileName: "offer.pdf", parentId: forwarded.id });
    const other = await aDocument(ctx);
    const all = [mail.id, forwarded.id, offer.id];

    const { ids } = await trashDocuments(ctx, { ids: [mail.id, forwarded.id] });

    expect(ids.toSorted()).toEqual(all.toSorted());
    expect((await listDocuments(ctx, {})).items).toMatchObject([{ id: other.id }]);
    expect(await changedInRanges(ctx)).toEqual([all.toSorted()]);
    expect(await trashDocuments(ctx, { ids: all })).toEqual({ ids: [] });
    expect(await changedInRanges(ctx)).toHaveLength(1);
  });

  test("stops the work: no stage begins, the run is cancelled, and a late one finds it so", async () => {
    const ctx = await aContext();
    const { id, run } = await aStartedDocument(ctx);
    const background = inBackground(ctx);
    await beginStage(background, { ...run, stage: "read" });

    await trashDocuments(ctx, { ids: [id] });

    expect(await beginStage(background, { ...run, stage: "understood" })).toEqual({
      isOpen: false,
    });
    expect(await startRun(background, run)).toEqual({ isOpen: false });
    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: { status: "cancelled" },
      runs: [{ state: "cancelled", stages: [{ name: "read", state: "cancelled" }] }],
    });
    expect(await namesOf(ctx)).toContain("document/cancelled");
  });

  test("is undone by restoring what it took", async () => {
    const ctx = await aContext();
    const mail = await aDocument(ctx);
    await aDocument(ctx, { parentId: mail.id });
    const taken = await trashDocuments(ctx, { ids: [mail.id] });

    expect(await restoreDocuments(ctx, taken)).toMatchObject({ ids: expect.any(Array) });

    expect((await listDocuments(ctx, {})).items).toHaveLength(2);
    expect(await restoreDocuments(ctx, taken)).toEqual({ ids: [] });
  });
});

describe("deleteDocuments", () => {
  test("takes only what is in the trash, for good, and names every file that is left", async () => {
    const ctx = await aContext({ role: "admin" });
    const { document } = await uploadText(ctx, "Delete me");
    const kept = await aDocument(ctx);
    await trashDocuments(ctx, { ids: [document.id] });

    expect(await deleteDocuments(ctx, { ids: [document.id, kept.id] })).toEqual({
      ids: [document.id],
    });

    await expect(getDocument(ctx, { id: document.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await listDocuments(ctx, { trashed: true })).items).toEqual([]);
    expect((await listDocuments(ctx, {})).items).toMatchObject([{ id: kept.id }]);
    const deleted = (await announced(ctx)).find(({ name }) => name === "documents/deleted");
    expect(deleted?.data).toEqual({
      workspaceId: ctx.workspaceId,
      documents: [
        {
          documentId: document.id,
          keys: [expect.stringMatching(`^uploads/${ctx.workspaceId}/`)],
        },
      ],
    });
  });

  test("is refused to members", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);
    await trashDocuments(ctx, { ids: [id] });

    await expect(deleteDocuments(ctx, { ids: [id] })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listDocuments(ctx, { trashed: true })).items).toHaveLength(1);
  });

  test("removeLeftovers takes files, place in the index and runs, and does no harm twice", async () => {
    const removed: string[] = [];
    const forgotten: unknown[] = [];
    const ctx = await aContext({
      role: "owner",
      index: {
        removeDocument: async (workspaceId, id) => void removed.push(workspaceId, id),
        describe: async () => [],
      },
      engineRuns: {
        forgetRuns: async (match) => {
          forgotten.push(match);
          return 0;
        },
      },
    });
    const { document } = await uploadText(ctx, "Leftover");
    await trashDocuments(ctx, { ids: [document.id] });
    await deleteDocuments(ctx, { ids: [document.id] });
    const key = `uploads/${ctx.workspaceId}/left`;
    const derived = `derived/${ctx.workspaceId}/${document.id}/run_1/model.json.gz`;
    const others = `derived/${ctx.workspaceId}/doc_other/run_1/model.json.gz`;
    for (const each of [key, derived, others]) await ctx.files.write(each, Buffer.from("x"));

    const leftovers = {
      documents: [{ documentId: document.id, keys: [key] }],
      runId: "the-run-itself",
    };
    await removeLeftovers(inBackground(ctx, undefined, "remove-leftovers"), leftovers);
    await removeLeftovers(inBackground(ctx, undefined, "remove-leftovers"), leftovers);

    expect(removed.slice(0, 2)).toEqual([ctx.workspaceId, document.id]);
    expect(forgotten[0]).toEqual({
      data: { documentId: document.id },
      exceptRunId: "the-run-itself",
    });
    expect(await Promise.all([key, derived, others].map(ctx.files.exists))).toEqual([
      false,
      false,
      true,
    ]);
    await expect(removeLeftovers(ctx, leftovers)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("removeLeftovers fails, to be tried again, while a store still holds something", async () => {
    const ctx = await aContext({
      role: "owner",
      index: {
        removeDocument: async () => undefined,
        describe: async (_workspaceId, ids) =>
          ids.map((documentId) => ({ documentId, passages: 2, payloads: [], isOutdated: false })),
      },
    });
    const { id } = await aDocument(ctx);

    const removing = removeLeftovers(inBackground(ctx, undefined, "remove-leftovers"), {
      documents: [{ documentId: id, keys: [] }],
      runId: "the-run-itself",
    });

    await expect(removing).rejects.toThrow(/1 in documents.*1 in runs.*2 in index/);
    const [row] = await auditOf(ctx);
    expect(row).toMatchObject({
      operation: "processing.record-deletion",
      changes: [
        { subject: id, after: { isGone: false, left: { documents: 1, runs: 1, index: 2 } } },
      ],
    });
  });
});

describe("getTrashDays", () => {
  test("tells everybody who sees the trash how long things stay in it", async () => {
    const ctx = await aContext({ role: "viewer", retention: { trashDays: 12 } });
    expect(await getTrashDays(ctx, {})).toEqual({ days: 12 });
  });

  test("tells that they stay", async () => {
    const ctx = await aContext({ retention: { trashDays: null } });
    expect(await getTrashDays(ctx, {})).toEqual({ days: null });
  });
});

describe("retryDocuments", () => {
  test("begins a new run, forgets the failure and leaves the old run's story", async () => {
    const ctx = await aContext();
    const { id, run } = await aFailedDocument(ctx);

    expect(await retryDocuments(ctx, { ids: [id] })).toEqual({ ids: [id] });

    const { document, runs } = await getTimeline(ctx, { id });
    expect(document).toMatchObject({ status: "pending", stage: "uploaded", error: null });
    expect(runs).toMatchObject([{ state: "queued" }, { id: run.runId, state: "failed" }]);
    expect((await announced(ctx)).at(-1)).toMatchObject({
      name: "document/uploaded",
      data: { documentId: id, runId: runs[0]?.id },
    });
  });

  test("begins one run, though several ask at the same time", async () => {
    const ctx = await aContext();
    const { id } = await aFailedDocument(ctx);

    await Promise.all(Array.from({ length: 4 }, () => retryDocuments(ctx, { ids: [id] })));

    expect((await getTimeline(ctx, { id })).runs).toHaveLength(2);
  });

  test("leaves alone what is being worked on, and what is in the trash", async () => {
    const ctx = await aContext();
    const started = await aStartedDocument(ctx);
    const thrown = await aFailedDocument(ctx);
    await trashDocuments(ctx, { ids: [thrown.id] });

    expect(await retryDocuments(ctx, { ids: [started.id, thrown.id] })).toEqual({ ids: [] });
  });
});

describe("cancelDocuments", () => {
  test("stops what waits or is being read, and nothing else", async () => {
    const ctx = await aContext();
    const waiting = await aDocument(ctx);
    const started = await aStartedDocument(ctx);
    const failed = await aFailedDocument(ctx);

    const { ids } = await cancelDocuments(ctx, { ids: [waiting.id, started.id, failed.id] });

    expect(ids.toSorted()).toEqual([waiting.id, started.id].toSorted());
    expect(await startRun(inBackground(ctx), await runOf(ctx, waiting.id))).toEqual({
      isOpen: false,
    });
    expect(await getDocument(ctx, { id: started.id })).toMatchObject({ status: "cancelled" });
    expect(await getDocument(ctx, { id: failed.id })).toMatchObject({ status: "failed" });
    expect(await cancelDocuments(ctx, { ids })).toEqual({ ids: [] });
    expect(await retryDocuments(ctx, { ids })).toMatchObject({ ids: expect.any(Array) });
  });
});

describe("fileDocuments", () => {
  test("files and takes out, and who may see them follows at once", async () => {
    const { project, insider, outsider } = await aRestrictedProject();
    const admin = await aColleague(insider, { role: "admin" });
    const { id } = await aDocument(admin);
    expect(await getDocument(outsider, { id })).toMatchObject({ projects: [] });

    await fileDocuments(insider, { projectId: project.id, add: [id] });
    await expect(getDocument(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getDocument(insider, { id })).toMatchObject({ projects: [{ id: project.id }] });

    await fileDocuments(admin, { projectId: project.id, remove: [id], isConfirmed: true });
    expect(await getDocument(outsider, { id })).toMatchObject({ projects: [] });
    const ranges = (await announced(admin)).filter(({ name }) => name === "documents/changed");
    expect(ranges).toHaveLength(2);
  });

  test("files a mail with everything that came in it, and an attachment with its mail", async () => {
    const { project, admin, outsider } = await aRestrictedProject();
    const mail = await aDocument(admin, { fileName: "mail.eml" });
    const zip = await aDocument(inBackground(admin), { fileName: "in.zip", parentId: mail.id });
    const inner = await aDocument(inBackground(admin), { fileName: "in.txt", parentId: zip.id });
    const all = [mail.id, zip.id, inner.id];

    const { ids } = await fileDocuments(admin, { projectId: project.id, add: [mail.id] });
    expect(ids).toEqual(all);
    for (const id of all)
      await expect(getDocument(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });

    await fileDocuments(admin, { projectId: project.id, remove: [inner.id], isConfirmed: true });
    for (const id of all)
      expect(await getDocument(outsider, { id })).toMatchObject({ projects: [] });
    expect((await changedInRanges(admin)).at(-1)).toEqual(all.toSorted());
  });

  test("follows with what came in a file when its project is restricted or opened", async () => {
    const lead = await aContext({ role: "admin" });
    const outsider = await aColleague(lead);
    const project = await createProject(lead, { name: "Building" });
    const mail = await aDocument(lead, { projectIds: [project.id] });
    const { id } = await aDocument(inBackground(lead), { parentId: mail.id });

    await updateProject(lead, { id: project.id, isRestricted: true });
    await expect(getDocument(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });

    await updateProject(lead, { id: project.id, isRestricted: false, isConfirmed: true });
    expect(await getDocument(outsider, { id })).toMatchObject({ id });
  });

  test("opens a restricted document by a lead alone, once confirmed, and keeps a word of it", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    const free = await createProject(admin, { name: "Free" });
    const { id } = await aDocument(insider, { projectIds: [project.id], title: "Salaries" });
    const lead = {
      ...insider,
      actor: { ...insider.actor, projects: [{ id: project.id, role: "lead" as const }] },
    };
    const ways = [
      { projectId: project.id, remove: [id] },
      { projectId: free.id, add: [id] },
    ];

    for (const way of ways) {
      await expect(fileDocuments(insider, { ...way, isConfirmed: true })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(fileDocuments(lead, way)).rejects.toMatchObject({
        code: "CONFIRMATION_NEEDED",
        message: "Everyone in the workspace (4 people) will see “Salaries”",
      });
      await expect(getDocument(outsider, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await fileDocuments(lead, { projectId: free.id, add: [id], isConfirmed: true });

    expect(await getDocument(outsider, { id })).toMatchObject({ title: "Salaries" });
    expect((await auditOf(lead))[0]).toMatchObject({
      operation: "documents.file-documents",
      subjects: expect.arrayContaining([free.id, id]),
      changes: [
        {
          subject: id,
          before: { projects: [project.id] },
          after: { projects: [project.id, free.id].toSorted() },
        },
        { subject: id, before: { isOpen: false }, after: { isOpen: true } },
      ],
    });
  });

  test("keeps to itself a document of two restricted projects that one leads only one of", async () => {
    const { project, admin, insider } = await aRestrictedProject();
    const second = await createProject(admin, { name: "Second", isRestricted: true });
    const { id } = await aDocument(admin, { projectIds: [project.id, second.id] });
    const lead = {
      ...insider,
      actor: { ...insider.actor, projects: [{ id: project.id, role: "lead" as const }] },
    };
    await putProjectMember(admin, { id: project.id, userId: lead.actor.id, role: "lead" });

    await expect(
      updateProject(lead, { id: project.id, isRestricted: false, isConfirmed: true }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await fileDocuments(lead, { projectId: project.id, remove: [id] });

    await expect(getDocument(lead, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("lets no attachment slip in behind a filing that happens at the same time", async () => {
    const { project, admin, outsider } = await aRestrictedProject();
    const mail = await aDocument(admin, { fileName: "mail.eml" });
    const together = { db: startingTogether(2) };

    const [part] = await Promise.all([
      aDocument({ ...inBackground(admin), ...together }, { parentId: mail.id }),
      fileDocuments({ ...admin, ...together }, { projectId: project.id, add: [mail.id] }),
    ]);

    await expect(getDocument(outsider, { id: part.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("files twice as once", async () => {
    const ctx = await aContext();
    const project = await createProject(ctx, { name: "Building" });
    const { id } = await aDocument(ctx);

    await fileDocuments(ctx, { projectId: project.id, add: [id] });
    await fileDocuments(ctx, { projectId: project.id, add: [id] });

    expect((await getDocument(ctx, { id })).projects).toHaveLength(1);
  });

  test("is refused to viewers, to archived projects and to projects one may not see", async () => {
    const { project, admin, outsider } = await aRestrictedProject();
    const old = await createProject(admin, { name: "Old" });
    await archiveProject(admin, { id: old.id });
    const { id } = await aDocument(outsider);
    const viewer = await aColleague(admin, {
      role: "viewer",
      projects: [{ id: project.id, role: "contributor" }],
    });
    const neighbour = await createProject(await aContext(), { name: "Foreign" });

    for (const [ctx, projectId, code] of [
      [viewer, project.id, "FORBIDDEN"],
      [outsider, old.id, "CONFLICT"],
      [outsider, project.id, "NOT_FOUND"],
      [outsider, neighbour.id, "NOT_FOUND"],
    ] as const)
      await expect(fileDocuments(ctx, { projectId, add: [id] })).rejects.toMatchObject({ code });
    expect((await getDocument(admin, { id })).projects).toEqual([]);
  });

  test("files nothing of another workspace", async () => {
    const ctx = await aContext();
    const project = await createProject(ctx, { name: "Building" });
    const foreign = await aDocument(await aContext());

    expect(await fileDocuments(ctx, { projectId: project.id, add: [foreign.id] })).toEqual({
      ids: [],
    });
  });
});
