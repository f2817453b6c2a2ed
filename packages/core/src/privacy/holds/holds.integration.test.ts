import { describe, expect, test } from "vitest";
import {
  aColleague,
  aContext,
  anIdentityContext,
  auditOf,
  inBackground,
  password,
} from "../../../test/contexts";
import { aDocument, anUnderstanding, aReadyDocument, wordVectors } from "../../../test/documents";
import { sql } from "../../../test/models/releases";
import type { WorkspaceContext } from "../../context";
import { deleteDocuments } from "../../documents/delete-documents";
import { fileDocuments } from "../../documents/file-documents";
import { trashDocuments } from "../../documents/trash-documents";
import { listEntities } from "../../entities/list-entities";
import { checkClosing } from "../../identity/own/check-closing";
import { closeAccount } from "../../identity/own/close-account";
import { leaveWorkspace } from "../../members/own/leave-workspace";
import { removeMember } from "../../members/remove-member";
import { createProject } from "../../projects/create-project";
import { explainKeeping } from "../explain-keeping";
import { changeHold } from "./change-hold";
import { createHold } from "./create-hold";
import { listHolds } from "./list-holds";
import { lockFiles } from "./lock-files";
import { releaseHold } from "./release-hold";

const reason = "A lawsuit is expected.";
const index = { removeDocument: async () => undefined, replaceDocument: async () => undefined };
const anOwner = () => aContext({ role: "owner", ai: wordVectors, index });

async function purge(ctx: WorkspaceContext, id: string) {
  await trashDocuments(ctx, { ids: [id] });
  return deleteDocuments(ctx, { ids: [id] });
}
const held = (name: string) => ({
  code: "CONFLICT",
  message: expect.stringContaining(`“${name}”`),
  hint: expect.stringContaining("release a hold"),
});

describe("a hold on a project", () => {
  test("keeps its documents from everybody, also those that come later and those that are taken out", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const { id: before } = await aDocument(owner, { projectIds: [project.id] });
    const { id: free } = await aDocument(owner);
    const { documents } = await createHold(owner, {
      name: "Bridge case",
      on: { kind: "project", projectId: project.id },
      reason,
    });
    expect(documents).toBe(1);
    const { id: later } = await aDocument(owner, { projectIds: [project.id] });
    await fileDocuments(owner, { projectId: project.id, remove: [before], isConfirmed: true });

    for (const id of [before, later])
      await expect(purge(owner, id)).rejects.toMatchObject(held("Bridge case"));
    expect(await purge(owner, free)).toEqual({ ids: [free] });
    expect(await explainKeeping(owner, { id: before })).toMatchObject({
      isHeld: true,
      holds: [{ name: "Bridge case", until: null }],
    });
    expect(await explainKeeping(await aColleague(owner), { id: before })).toEqual({
      isHeld: true,
      holds: [],
    });
  });

  test("is left out by jobs, which delete the rest", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const [{ id: kept }, { id: free }] = [
      await aDocument(owner, { projectIds: [project.id] }),
      await aDocument(owner),
    ];
    await createHold(owner, {
      name: "Case",
      on: { kind: "project", projectId: project.id },
      reason,
    });
    await trashDocuments(owner, { ids: [kept, free] });

    const job = inBackground(owner, undefined, "run-schedule");
    expect(await deleteDocuments(job, { ids: [kept, free] })).toEqual({ ids: [free] });
  });

  test("is kept by the database itself, from the owner of the tables too", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const { id } = await aDocument(owner, { projectIds: [project.id] });
    await createHold(owner, {
      name: "Case",
      on: { kind: "project", projectId: project.id },
      reason,
    });

    await expect(sql(`delete from documents where id = '${id}'`)).rejects.toThrow(
      `The document ${id} is kept by the hold "Case"`,
    );
  });
});

describe("a hold on a query", () => {
  test("keeps what matches now and what will match, by words of its text", async () => {
    const owner = await anOwner();
    const { id: before } = await aReadyDocument(owner, "The turbine broke in the night.");
    const { documents, id } = await createHold(owner, {
      name: "Turbine",
      on: { kind: "query", query: "turbine" },
      reason,
    });
    expect(documents).toBe(1);
    const { id: later } = await aReadyDocument(owner, "A second turbine stands still.");

    for (const each of [before, later])
      await expect(purge(owner, each)).rejects.toMatchObject(held("Turbine"));
    // Nobody has tried to delete it, and the hourly look finds it.
    await aReadyDocument(owner, "The third turbine runs.");
    const job = inBackground(owner, undefined, "keep-holds");
    await lockFiles(job, {});
    expect((await listHolds(owner, {})).items).toMatchObject([{ id, state: "inForce" }]);
    expect(await lockFiles(job, {})).toMatchObject({ added: 0, held: 3 });
  });
});

describe("a hold on a person", () => {
  test("keeps what they uploaded, and they can neither leave nor close their account", async () => {
    const owner = await anOwner();
    const member = await aColleague(owner);
    const { id } = await aDocument(member);
    const userId = member.actor.id;
    await createHold(owner, { name: "Audit 7", on: { kind: "member", userId }, reason });

    await expect(purge(owner, id)).rejects.toMatchObject(held("Audit 7"));
    await expect(removeMember(owner, { userId })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Audit 7"),
    });
    await sql(
      `update users m set password_hash = o.password_hash from users o where m.id = '${userId}' and o.id = '${owner.actor.id}'`,
    );
    // The held person must not learn that a hold exists.
    for (const act of [
      () => closeAccount(anIdentityContext(), { userId, password }),
      () => checkClosing(anIdentityContext(), { userId, password }),
      () => leaveWorkspace(member, {}),
    ])
      await expect(act()).rejects.toMatchObject({
        code: "CONFLICT",
        message: "This cannot be done now",
        hint: expect.not.stringMatching(/hold|held|Audit/),
      });
  });

  test("keeps documents that name somebody from outside", async () => {
    const owner = await anOwner();
    const naming = (name: string) =>
      anUnderstanding({
        entities: [{ kind: "person", text: name, confidence: 0.9, evidence: [[0, name.length]] }],
      });
    const { id } = await aReadyDocument(owner, "Mary Shelley signed.", {
      understanding: naming("Mary Shelley"),
    });
    const [mary] = (await listEntities(owner, { q: "Mary" })).items;
    await createHold(owner, {
      name: "Shelley",
      on: { kind: "entity", entityId: mary?.id ?? "" },
      reason,
    });
    const { id: later } = await aReadyDocument(owner, "Mary Shelley came again.", {
      understanding: naming("Mary Shelley"),
    });
    for (const each of [id, later])
      await expect(purge(owner, each)).rejects.toMatchObject(held("Shelley"));
  });
});

describe("the end of a hold", () => {
  test("frees its documents when it is released with a reason, or when its day has come", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const on = { kind: "project" as const, projectId: project.id };
    const documents = [];
    for (let n = 0; n < 2; n++)
      documents.push((await aDocument(owner, { projectIds: [project.id] })).id);
    const [first = "", second = ""] = documents;
    const { id } = await createHold(owner, { name: "Case", on, reason });
    await expect(purge(owner, first)).rejects.toMatchObject(held("Case"));

    const until = new Date(Date.now() + 3_600_000);
    await changeHold(owner, { id, until });
    const afterwards = { ...owner, clock: () => new Date(until.getTime() + 1) };
    expect((await listHolds(afterwards, {})).items).toMatchObject([{ state: "ranOut" }]);
    await changeHold(owner, { id, until: null });
    await releaseHold(owner, { id, reason: "The case is settled." });

    expect(await deleteDocuments(owner, { ids: [first] })).toEqual({ ids: [first] });
    expect(await purge(owner, second)).toEqual({ ids: [second] });
    expect(await listHolds(owner, {})).toMatchObject({
      items: [{ state: "released", releaseReason: "The case is settled." }],
    });
    expect((await auditOf(owner)).map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([
        "privacy.create-hold",
        "privacy.change-hold",
        "privacy.release-hold",
      ]),
    );
  });

  test("is refused before it began, and for a hold that has ended", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const on = { kind: "project" as const, projectId: project.id };
    await expect(
      createHold(owner, { name: "Late", on, reason, until: new Date(0) }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const { id } = await createHold(owner, { name: "Case", on, reason });
    await releaseHold(owner, { id, reason });
    for (const again of [
      () => releaseHold(owner, { id, reason }),
      () => changeHold(owner, { id, until: null }),
    ])
      await expect(again()).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("holds are made, changed and released by owners and admins, and are nowhere next door", async () => {
  const owner = await anOwner();
  const project = await createProject(owner, { name: "Bridge" });
  const given = { name: "Case", on: { kind: "project" as const, projectId: project.id }, reason };
  const { id } = await createHold(owner, given);
  const member = await aColleague(owner);
  for (const act of [
    () => createHold(member, given),
    () => changeHold(member, { id, until: null }),
    () => releaseHold(member, { id, reason }),
    () => listHolds(member, {}),
  ])
    await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
  const stranger = await anOwner();
  expect((await listHolds(stranger, {})).items).toEqual([]);
  for (const act of [
    () => createHold(stranger, given),
    () => changeHold(stranger, { id, until: null }),
    () => releaseHold(stranger, { id, reason }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the files of held documents are held in their storage, and let go afterwards", async () => {
  const calls: [string, boolean][] = [];
  const setHold = async (key: string, isHeld: boolean) => {
    calls.push([key, isHeld]);
    return true;
  };
  const owner = await aContext({ role: "owner", files: { setHold } });
  const project = await createProject(owner, { name: "Bridge" });
  const { id: documentId } = await aDocument(owner, {
    projectIds: [project.id],
    storageKey: "uploads/held",
  });
  const { id } = await createHold(owner, {
    name: "Case",
    on: { kind: "project", projectId: project.id },
    reason,
  });
  const job = inBackground(owner, { files: { setHold } }, "keep-holds");
  for (let n = 0; n < 2; n++) await lockFiles(job, {});
  await releaseHold(owner, { id, reason });
  await lockFiles(job, {});

  expect(documentId).toMatch(/^doc_/);
  expect(calls).toEqual([
    ["uploads/held", true],
    ["uploads/held", true],
    ["uploads/held", false],
  ]);
});
