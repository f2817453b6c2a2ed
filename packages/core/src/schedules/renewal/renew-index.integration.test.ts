import { indexScope } from "@besunny/ai/index/index-scope";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { actingIn } from "../../../test/contexts";
import { doTwice } from "../../../test/do-twice";
import { aReadyDocument } from "../../../test/documents";
import { aHouseOfItsOwn } from "../../../test/engine";
import { indexesOfTwoModels, newerModel, olderModel } from "../../../test/generations";
import type { WorkspaceContext } from "../../context";
import { trashDocuments } from "../../documents/trash-documents";
import { findPassages } from "../../search/find-passages";
import { renewIndex } from "./renew-index";
import { wakeRenewal } from "./wake-renewal";

const job = { kind: "job", name: "run-schedule" } as const;
const [older, newer] = [olderModel.embeddingModel, newerModel.embeddingModel];

// Many documents on machines that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
let made: Awaited<ReturnType<typeof indexesOfTwoModels>>;
beforeAll(async () => {
  house = await aHouseOfItsOwn();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql("delete from documents");
  await house.sql("delete from index_generations");
  made = await indexesOfTwoModels(house.db);
});
afterEach(() => made.close());

type Tools = ReturnType<typeof made.wanting>;

const states = async () =>
  Object.fromEntries(
    (await house.db.platform.indexGenerations.list()).map(({ id, state }) => [id, state]),
  );
const sweeping = (somebody: WorkspaceContext, tools: Tools, later = 0) =>
  house.upkeep({
    ...tools,
    clock: () => new Date(Date.now() + later),
    inWorkspace: actingIn({ ...somebody, ...withModel(somebody, tools) }, job),
  });
const withModel = (somebody: WorkspaceContext, { index, generations, ai }: Tools) => ({
  index,
  generations,
  ai: { ...somebody.ai, ...ai },
});
const heldBy = (model: typeof olderModel, { workspaceId }: WorkspaceContext) =>
  made.indexOf(model).listDocumentIds(workspaceId);
const found = async (somebody: WorkspaceContext, tools: Tools, q: string) => {
  const { items } = await findPassages({ ...somebody, ...withModel(somebody, tools) }, { q });
  return items.map(({ document }) => document.id);
};

/** A workspace of three documents in the index of the older model, which serves. */
async function aFilledHouse() {
  const tools = made.wanting(olderModel);
  const owner = await house.anOwner({ index: tools.index, ai: tools.ai });
  const texts = ["The rent is due on Monday.", "The roof is tight.", "Zeppelins fly north."];
  const documents = [];
  for (const text of texts) documents.push(await aReadyDocument(owner, text));
  await doTwice(renewIndex, sweeping(owner, tools));
  return { owner, ids: documents.map(({ id }) => id) };
}

describe("an index of the model that is in use", () => {
  test("serves from the first start on, and has nothing to be done to it", async () => {
    const { owner } = await aFilledHouse();

    expect(await states()).toEqual({ [older]: "serving" });
    expect(await renewIndex.look(sweeping(owner, made.wanting(olderModel)))).toBeNull();
  });

  test("is filled from PostgreSQL when its file was lost", async () => {
    const { owner, ids } = await aFilledHouse();
    const tools = made.wanting(olderModel);
    for (const id of ids) await made.indexOf(olderModel).removeDocument(owner.workspaceId, id);

    const look = await renewIndex.look(sweeping(owner, tools));
    const { counts } = await doTwice(renewIndex, sweeping(owner, tools));

    expect(look).toContain("0 of 3");
    expect(counts).toMatchObject({ embedded: 3, switched: 0 });
    expect(await heldBy(olderModel, owner)).toEqual(ids.toSorted());
    expect(await found(owner, tools, "zeppelins")).toContain(ids[2]);
  });
});

describe("a new embedding model", () => {
  test("answers by the earlier index until its own is full, and by its own after that", async () => {
    const { owner, ids } = await aFilledHouse();
    const tools = made.wanting(newerModel);

    expect(await heldBy(newerModel, owner)).toEqual([]);
    expect(await found(owner, tools, "zeppelins north")).toEqual(expect.arrayContaining([ids[2]]));

    const { counts, second } = await doTwice(renewIndex, sweeping(owner, tools));

    expect(counts).toMatchObject({ embedded: 3, switched: 1, held: 0 });
    expect(second.switched).toBe(0);
    expect(await states()).toEqual({ [older]: "retired", [newer]: "serving" });
    expect(await heldBy(newerModel, owner)).toEqual(ids.toSorted());
    expect(await tools.generations.predecessor()).toBeNull();
    expect(await found(owner, tools, "zeppelins north")).toContain(ids[2]);
    const [kept] = (await house.db.platform.indexGenerations.list()).filter(
      ({ id }) => id === newer,
    );
    expect(kept?.comparison).toMatchObject({
      [owner.workspaceId]: { queries: 3, foundBefore: 3, foundAfter: 3 },
    });
  });

  test("has what is added, changed and deleted meanwhile in both indexes", async () => {
    const { owner, ids } = await aFilledHouse();
    const tools = made.wanting(newerModel);
    const working = { ...owner, ...withModel(owner, tools) };
    const { index } = tools;

    const added = await aReadyDocumentWith(working, tools, "Gardens bloom late.");
    await index.updatePayload(owner.workspaceId, added.id, { access: ["usr_only"] });
    await index.removeDocument(owner.workspaceId, ids[0] ?? "");

    for (const model of [olderModel, newerModel]) {
      const held = made.indexOf(model);
      const [described] = await held.describe(owner.workspaceId, [added.id]);
      expect(described?.payloads[0]?.access).toEqual(["usr_only"]);
      expect(await held.count(indexScope(owner.workspaceId, ["all"]))).toBe(
        model === olderModel ? 2 : 0,
      );
    }
    expect(await index.count(indexScope(owner.workspaceId, ["all", "usr_only"]))).toBe(3);
  });

  test("answers by the words of the earlier index if its model is gone", async () => {
    const { owner, ids } = await aFilledHouse();
    const tools = made.wanting(newerModel, { isGone: true });

    expect(await found(owner, tools, "zeppelins north")).toEqual([ids[2]]);
    await aReadyDocumentWith(owner, tools, "Zeppelins land too.");
    expect(await found(owner, tools, "zeppelins")).toHaveLength(2);

    const { counts } = await doTwice(renewIndex, sweeping(owner, tools));
    expect(counts).toMatchObject({ switched: 1 });
    expect(await found(owner, made.wanting(newerModel), "zeppelins north")).toContain(ids[2]);
  });

  test("does not bring back what went into the trash while it was filled", async () => {
    const { owner, ids } = await aFilledHouse();
    const tools = made.wanting(newerModel);
    await trashDocuments(owner, { ids: [ids[0] ?? ""] });

    await doTwice(renewIndex, sweeping(owner, tools));

    expect(await heldBy(newerModel, owner)).toEqual(ids.slice(1).toSorted());
  });

  test("waits for an admin if it finds fewer of the right documents", async () => {
    const { owner } = await aFilledHouse();
    const blind = {
      ...newerModel,
      embedQuestion: async () => new Float32Array(newerModel.dimensions).fill(-1),
    };
    const tools = { ...made.wanting(newerModel), ai: blind };
    for (let n = 0; n < 12; n++)
      await aReadyDocumentWith(
        owner,
        made.wanting(olderModel),
        `Number ${"abcdefghijkl"[n]}${n} is here.`,
      );

    const { counts } = await doTwice(renewIndex, sweeping(owner, tools));

    expect(counts.switched).toBe(0);
    expect(renewIndex.summary(counts)).toContain("an admin decides");
    expect(await states()).toEqual({ [older]: "serving", [newer]: "filling" });
  });

  test("leaves the earlier index to be removed once no process reads it", async () => {
    const { owner } = await aFilledHouse();
    const tools = made.wanting(newerModel);
    await doTwice(renewIndex, sweeping(owner, tools));
    expect(made.removed).toEqual([]);

    await doTwice(renewIndex, sweeping(owner, tools, 120_000));

    expect(made.removed).toEqual([older]);
    expect(await states()).toEqual({ [newer]: "serving" });
    expect(await renewIndex.look(sweeping(owner, tools))).toBeNull();
  });

  test("fills an index that was left behind from its beginning, for what it holds is old", async () => {
    const { owner, ids } = await aFilledHouse();
    await doTwice(renewIndex, sweeping(owner, made.wanting(newerModel)));
    await made
      .indexOf(olderModel)
      .updatePayload(owner.workspaceId, ids[0] ?? "", { access: ["ws", "usr_gone"] });

    const { counts } = await doTwice(renewIndex, sweeping(owner, made.wanting(olderModel)));

    expect(counts).toMatchObject({ embedded: 3, switched: 1 });
    const [described] = await made.indexOf(olderModel).describe(owner.workspaceId, [ids[0] ?? ""]);
    expect(described?.payloads[0]?.access).not.toContain("usr_gone");
    expect(await states()).toEqual({ [older]: "serving", [newer]: "retired" });
  });

  test("is begun as soon as a worker starts", async () => {
    const { owner } = await aFilledHouse();
    const ticking = house.upkeep({ ...made.wanting(newerModel) }, "tick-schedules");
    expect(await wakeRenewal(ticking, {})).toEqual({ isDue: true });
    const [due] = (await house.db.platform.schedules.list("")).filter(
      ({ name }) => name === "renew-index",
    );
    expect(due?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());

    const settled = house.upkeep({ ...made.wanting(olderModel) }, "tick-schedules");
    expect(await wakeRenewal(settled, {})).toEqual({ isDue: false });
    expect(owner.workspaceId).toBeTruthy();
  });
});

function aReadyDocumentWith(owner: WorkspaceContext, tools: Tools, text: string) {
  return aReadyDocument({ ...owner, ...withModel(owner, tools) }, text);
}
