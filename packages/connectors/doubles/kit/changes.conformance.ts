import { expect } from "vitest";

import { isFailure } from "../../src/sources/failures";
import type { Bench, Tree } from "./bench";
import {
  addFault,
  counted,
  failureOfAll,
  idsOf,
  list,
  listThrough,
  look,
  lookByPages,
} from "./driving";

const never = new AbortController().signal;

/** The hands of a bench that a case needs. Without them the case must be named among those that cannot be. */
export function need<Name extends keyof Bench["hands"]>(bench: Bench, name: Name) {
  const hand = bench.hands[name];
  if (!hand) throw new Error(`The bench has no hand to ${name}`);
  return hand.bind(bench.hands) as NonNullable<Bench["hands"][Name]>;
}

const isGone =
  (why: readonly string[]) =>
  async (bench: Bench, id: string, cursor: string): Promise<string> => {
    const { state, cursor: after, isLast } = await look(bench, cursor);
    const change = state.get(id);
    expect(isLast).toBe(true);
    expect(change?.kind).toBe("gone");
    expect(why).toContain(change?.kind === "gone" && change.why);
    return after;
  };

const isThere = async (bench: Bench, id: string, cursor: string) => {
  const { state, cursor: after } = await look(bench, cursor);
  expect(state.get(id)?.kind).toBe("is");
  return after;
};

/** The changes have three pages; the cursor dies at one of them. */
const lostAt = (nth: number) => async (bench: Bench) => {
  const cursor = await bench.source.begin(bench.account, bench.root);
  await bench.hands.addMany(bench.changesPageSize * 2 + 1);
  addFault(bench, bench.requests.changes, bench.faults.cursorLost, { nth, times: 99 });
  const failure = await failureOfAll(
    bench.source.changes(bench.account, bench.root, cursor, never),
  );
  expect(isFailure(failure, "cursor-lost")).toBe(true);
};

const withTree = async (bench: Bench, count: number): Promise<Tree> =>
  need(bench, "addFolder")(count);

export const changesCases = {
  "nothing changed": async (bench: Bench) => {
    await bench.hands.addMany(3);
    const cursor = await bench.source.begin(bench.account, bench.root);
    const { result, requests } = await counted(bench, () => look(bench, cursor));
    expect(result.changes).toEqual([]);
    expect(result.isLast).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(3);
    expect((await look(bench, result.cursor)).changes).toEqual([]);
  },
  "an item was added": async (bench: Bench) => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    const id = await bench.hands.add("New.txt");
    const after = await isThere(bench, id, cursor);
    expect((await look(bench, after)).changes).toEqual([]);
  },
  "more items were added than a page holds": async (bench: Bench) => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    const ids = await bench.hands.addMany(bench.changesPageSize + 1);
    const { state } = await look(bench, cursor);
    expect(ids.filter((id) => state.get(id)?.kind !== "is")).toEqual([]);
  },
  "a look that is begun anew at each page tells the same, and ends": async (bench: Bench) => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    const ids = await bench.hands.addMany(bench.changesPageSize * 2 + 1);
    const { state, isLast } = await lookByPages(bench, cursor);
    expect(isLast).toBe(true);
    expect(ids.filter((id) => state.get(id)?.kind !== "is")).toEqual([]);
  },
  "the same look asked twice tells the same": async (bench: Bench) => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    const id = await bench.hands.add("New.txt");
    await isThere(bench, id, cursor);
    await isThere(bench, id, cursor);
  },
  "an edit changes the revision": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt", "One");
    const before = (await list(bench)).items.get(id)?.revision;
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "edit")(id, "Two, and longer");
    const change = (await look(bench, cursor)).state.get(id);
    expect(change?.kind === "is" && change.item.revision).not.toBe(before);
    expect(change?.kind).toBe("is");
  },
  "a new name keeps id and revision": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt");
    const before = (await list(bench)).items.get(id)?.revision;
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "rename")(id, "Plan B.txt");
    const change = (await look(bench, cursor)).state.get(id);
    expect(change?.kind === "is" && change.item).toMatchObject({
      id,
      name: "Plan B.txt",
      revision: before,
    });
  },
  "an item was deleted": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt");
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.hands.remove(id);
    await isGone(["deleted", "unknown"])(bench, id, cursor);
  },
  "a deleted item was restored": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt");
    await bench.hands.remove(id);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "restore")(id);
    await isThere(bench, id, cursor);
    expect(idsOf((await list(bench)).items.values())).toEqual([id]);
  },
  "the account lost an item": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt");
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "hide")(id);
    await isGone(["no-access", "unknown"])(bench, id, cursor);
  },
  "the account was given an item again": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt");
    await need(bench, "hide")(id);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "unhide")(id);
    await isThere(bench, id, cursor);
  },
  "a folder moved within the root loses nothing": async (bench: Bench) => {
    const { folder, ids } = await withTree(bench, 120);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "moveWithin")(folder);
    const { changes } = await look(bench, cursor);
    expect(changes.filter(({ kind }) => kind === "gone")).toEqual([]);
    expect(idsOf((await list(bench)).items.values())).toEqual([...ids].sort());
  },
  "a folder moved in brings all that is below it": async (bench: Bench) => {
    const { folder, ids } = await withTree(bench, 120);
    await need(bench, "moveOut")(folder);
    expect(idsOf((await list(bench)).items.values())).toEqual([]);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "moveIn")(folder);
    const { state } = await look(bench, cursor);
    expect(ids.filter((id) => state.get(id)?.kind !== "is")).toEqual([]);
  },
  "a folder moved out takes all that is below it": async (bench: Bench) => {
    const { folder, ids } = await withTree(bench, 120);
    const kept = await bench.hands.add("Stays.txt");
    const { items } = await list(bench);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "moveOut")(folder);
    const { changes } = await look(bench, cursor);
    const gone = belowGone(changes, items);
    expect(ids.filter((id) => !gone.has(id))).toEqual([]);
    expect(gone.has(kept)).toBe(false);
  },
  "an item that left what was chosen is outside, and comes back": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt");
    const kept = await bench.hands.add("Stays.txt");
    const cursor = await bench.source.begin(bench.account, bench.root);
    await need(bench, "takeOut")(id);
    const { state, cursor: after } = await look(bench, cursor);
    expect(state.get(id)).toEqual({ kind: "gone", id, why: "outside" });
    expect(state.get(kept)?.kind).not.toBe("gone");
    expect(idsOf((await list(bench)).items.values())).toEqual([kept]);
    await need(bench, "putBack")(id);
    await isThere(bench, id, after);
    expect(idsOf((await list(bench)).items.values())).toEqual([id, kept].sort());
  },
  "the cursor is lost at the first page": lostAt(1),
  "the cursor is lost at a middle page": lostAt(2),
  "the cursor is lost at the last page": lostAt(3),
  "a comparison after a lost cursor is exact": async (bench: Bench) => {
    const ids = await bench.hands.addMany(4);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.hands.remove(ids[0] ?? "");
    const late = await bench.hands.add("Late.txt");
    addFault(bench, bench.requests.changes, bench.faults.cursorLost);
    const lost = await failureOfAll(bench.source.changes(bench.account, bench.root, cursor, never));
    expect(isFailure(lost, "cursor-lost")).toBe(true);
    const fresh = await bench.source.begin(bench.account, bench.root);
    const { items } = await listThrough(bench);
    expect(idsOf(items.values())).toEqual([...ids.slice(1), late].sort());
    expect((await look(bench, fresh)).state.get(late)?.kind).not.toBe("gone");
  },
};

/** Returns the gone ids, and those of all that was listed below a gone folder: a provider may tell the folder alone. */
function belowGone(
  changes: Awaited<ReturnType<typeof look>>["changes"],
  items: Awaited<ReturnType<typeof list>>["items"],
): Set<string> {
  const gone = new Set(changes.flatMap((change) => (change.kind === "gone" ? [change.id] : [])));
  const isBelow = (id: string): boolean => {
    const parents = items.get(id)?.parentIds ?? [];
    return parents.some((parent) => gone.has(parent) || isBelow(parent));
  };
  for (const id of items.keys()) if (isBelow(id)) gone.add(id);
  return gone;
}
