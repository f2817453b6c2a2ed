import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, auditOf } from "../../test/contexts";
import { anIndex } from "../../test/documents";
import { aGuess, aSeenDocument, aTraining, deciding, sql } from "../../test/models/releases";
import { createType } from "../understanding/create-type";
import { listExperiments } from "./experiments/list-experiments";
import { startExperiment } from "./experiments/start-experiment";
import { compareReleases } from "./releases/compare-releases";
import { createRelease } from "./releases/create-release";
import { listReleases } from "./releases/list-releases";
import { promoteRelease } from "./releases/promote-release";
import { rollBack } from "./releases/roll-back";
import { tryReleases } from "./releases/try-releases";

const { index, close } = await anIndex();
afterAll(close);

const reason = "The types were renamed, and people know.";

async function anOwner() {
  return aContext({ role: "owner", index, ai: deciding });
}

async function resultsOf(documentId: string) {
  return sql<{ number: number | null; type: string | null }>(`
    select r.number, c.type from classification_results c left join releases r on r.id = c.release_id
     where c.document_id = '${documentId}' order by c.created_at, c.id`);
}

describe("a result", () => {
  test("names its release, which the first document makes and the next ones share", async () => {
    const owner = await anOwner();
    const [one, other] = [
      await aSeenDocument(owner, aGuess("invoice", 0.9)),
      await aSeenDocument(owner, aGuess("memo", 0.9)),
    ];

    expect(await resultsOf(one.id)).toEqual([{ number: 1, type: "invoice" }]);
    expect(await resultsOf(other.id)).toEqual([{ number: 1, type: "memo" }]);
    const { items, changes } = await listReleases(owner, {});
    expect(items).toMatchObject([{ number: 1, roles: ["champion"], results: 2 }]);
    expect(changes).toMatchObject([{ kind: "first", beforeId: null }]);
  });

  test("names a new release once the types of the workspace change, which keeps what people chose", async () => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    const strict = await createRelease(owner, { thresholds: { invoice: 0.95 } });
    await promoteRelease(owner, { id: strict.id, reason });
    await createType(owner, { name: "permit", definition: "Leave to build." });
    const { id } = await aSeenDocument(owner, aGuess("invoice", 0.9));

    expect(await resultsOf(id)).toEqual([{ number: 3, type: null }]);
    const { items, changes } = await listReleases(owner, {});
    expect(items[0]).toMatchObject({
      number: 3,
      roles: ["champion"],
      note: "The types or their fields change.",
      parts: { thresholds: { invoice: 0.95 } },
    });
    expect(changes[0]?.kind).toBe("followed");
  });

  test("is of one release, though many documents are understood at once", async () => {
    const owner = await anOwner();
    await Promise.all(
      Array.from({ length: 5 }, () => aSeenDocument(owner, aGuess("invoice", 0.9))),
    );
    expect((await listReleases(owner, {})).items).toMatchObject([{ number: 1, results: 5 }]);
  });
});

describe("a release", () => {
  test("that differs in one class is compared in words, and tried on a document", async () => {
    const owner = await anOwner();
    const { id } = await aSeenDocument(owner, aGuess("invoice", 0.9));
    const first = (await listReleases(owner, {})).items[0]?.id ?? "";
    const strict = await createRelease(owner, { thresholds: { invoice: 0.95 } });

    const { differences } = await compareReleases(owner, { before: first, after: strict.id });
    expect(differences).toEqual([
      {
        part: "thresholds",
        of: "invoice",
        before: null,
        after: "0.95",
        sentence: "The least confidence of invoice changes from the model's own to 0.95.",
      },
    ]);
    const { items } = await tryReleases(owner, { documentId: id, releaseIds: [first, strict.id] });
    expect(items).toMatchObject([
      { number: 1, type: "invoice", rung: "local" },
      { number: 2, type: null, likeliest: { name: "invoice", confidence: 0.9 } },
    ]);
    expect(await resultsOf(id)).toHaveLength(1);
  });

  test("never changes, not even for the database's owner, and is there once", async () => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    await expect(
      sql(`update releases set note = 'x' where workspace_id = '${owner.workspaceId}'`),
    ).rejects.toThrow("A release never changes");
    await createRelease(owner, { thresholds: { memo: 0.9 } });
    await expect(createRelease(owner, { thresholds: { memo: 0.9 } })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "This is release 2 already",
    });
    await expect(createRelease(owner, {})).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("that was not compared is promoted with a written reason only", async () => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    const { id } = await createRelease(owner, { thresholds: { invoice: 0.95 } });

    await expect(promoteRelease(owner, { id, reason: "because" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("It was not compared"),
    });
    expect(await promoteRelease(owner, { id, reason })).toMatchObject({ roles: ["champion"] });
  });

  test("is rolled back by moving one pointer, which is audited", async () => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    const { id } = await createRelease(owner, { thresholds: { invoice: 0.95 } });
    await promoteRelease(owner, { id, reason });
    const strictly = await aSeenDocument(owner, aGuess("invoice", 0.9));
    const before = await sql(
      `select id, parts from releases where workspace_id = '${owner.workspaceId}' order by 1`,
    );

    expect(await rollBack(owner, { reason: "Too many are open." })).toMatchObject({ number: 1 });

    const again = await aSeenDocument(owner, aGuess("invoice", 0.9));
    expect(await resultsOf(strictly.id)).toEqual([{ number: 2, type: null }]);
    expect(await resultsOf(again.id)).toEqual([{ number: 1, type: "invoice" }]);
    expect(
      await sql(
        `select id, parts from releases where workspace_id = '${owner.workspaceId}' order by 1`,
      ),
    ).toEqual(before);
    const row = (await auditOf(owner)).find(({ operation }) => operation === "trials.roll-back");
    expect(row).toMatchObject({
      changes: [{ before: { champion: 2 }, after: { champion: 1, reason: "Too many are open." } }],
    });
  });

  test("is rolled back during an experiment, which ends and keeps what it measured", async () => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    const second = await createRelease(owner, { thresholds: { invoice: 0.95 } });
    await promoteRelease(owner, { id: second.id, reason });
    const third = await createRelease(owner, { thresholds: { invoice: 0.5 } });
    await startExperiment(owner, { releaseId: third.id, kind: "ab" });
    await aSeenDocument(owner, aGuess("invoice", 0.9));

    await rollBack(owner, {});

    const { items } = await listExperiments(owner, {});
    expect(items).toMatchObject([
      { state: "stopped", decision: null, reason: "Release 1 decides now." },
    ]);
    const [units] = await sql(
      `select count(*)::int as count from experiment_units where workspace_id = '${owner.workspaceId}'`,
    );
    expect(units).toEqual({ count: 1 });
    const roles = (await listReleases(owner, {})).items.flatMap((each) => each.roles);
    expect(roles).toEqual(["champion"]);
  });

  test.each([
    [
      "is missing",
      async (files: { remove(key: string): Promise<void> }, key: string) => files.remove(key),
    ],
    [
      "is another one",
      async (files: { write(key: string, content: Uint8Array): Promise<void> }, key: string) =>
        files.write(key, Buffer.from("changed")),
    ],
  ])("whose artefact %s is left for the one before, and says why", async (_what, harm) => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    const training = await aTraining(owner);
    const { id } = await createRelease(owner, { trainingRunId: training.id });
    await promoteRelease(owner, { id, reason });
    await harm(owner.files, training.artefactKey);

    const document = await aSeenDocument(owner, aGuess("invoice", 0.9));

    expect(await resultsOf(document.id)).toEqual([{ number: 1, type: "invoice" }]);
    const { items, changes } = await listReleases(owner, {});
    expect(items.find(({ number }) => number === 1)?.roles).toEqual(["champion"]);
    expect(changes[0]).toMatchObject({
      kind: "fell-back",
      reason: expect.stringContaining(training.id),
    });
  });

  test("is made and rolled back by owners and admins alone", async () => {
    const owner = await anOwner();
    await aSeenDocument(owner, aGuess("invoice", 0.9));
    const member = await aColleague(owner, { role: "member" });
    const refused = { code: "FORBIDDEN" };
    await expect(listReleases(member, {})).rejects.toMatchObject(refused);
    await expect(createRelease(member, { thresholds: {} })).rejects.toMatchObject(refused);
    await expect(rollBack(member, {})).rejects.toMatchObject(refused);
  });
});
