import { expect } from "vitest";

import { isFailure } from "../../src/sources/failures";
import type { Bench } from "./bench";
import { addFault, counted, idsOf, list, listThrough, look } from "./driving";

const ofSize = (count: (pageSize: number) => number) => async (bench: Bench) => {
  const ids = await bench.hands.addMany(count(bench.pageSize));
  const { items, next, failure } = await list(bench);
  expect(failure).toBeNull();
  expect(next).toBeNull();
  expect(idsOf(items.values())).toEqual([...ids].sort());
};

/** A page fails once; the listing goes on from the checkpoint, and asks no page twice that it had. */
const afterTrouble =
  (does: Parameters<typeof addFault>[2]) =>
  async (bench: Bench): Promise<void> => {
    const ids = await bench.hands.addMany(bench.pageSize * 2 + 1);
    addFault(bench, bench.requests.listing, does, { nth: 2 });
    const { items, failures, next } = await listThrough(bench);
    expect(failures).toHaveLength(1);
    expect(isFailure(failures[0], "provider-down")).toBe(true);
    expect(next).toBeNull();
    expect(idsOf(items.values())).toEqual([...ids].sort());
  };

/** Something happens after the first page; the listing and one look from before it agree with the source. */
const during =
  (act: (bench: Bench, ids: string[]) => Promise<string[]>) =>
  async (bench: Bench): Promise<void> => {
    const ids = [...(await bench.hands.addMany(bench.pageSize + 1))];
    const cursor = await bench.source.begin(bench.account, bench.root);
    let expected: string[] = [];
    const { items, failure } = await list(bench, {
      onPage: async (page) => {
        if (page === 1) expected = await act(bench, ids);
      },
    });
    expect(failure).toBeNull();
    const { state } = await look(bench, cursor);
    for (const [id, change] of state) {
      if (change.kind === "is") items.set(id, change.item);
      else items.delete(id);
    }
    expect(idsOf(items.values())).toEqual([...expected].sort());
  };

const oddNames = [
  "Größe – Übersicht 漢字 🌻.txt",
  "a/b\\c: d?.txt",
  `${"long ".repeat(59)}x.txt`,
  " leading and trailing ",
  "..",
];

export const listingCases = {
  "an empty root": ofSize(() => 0),
  "one item": ofSize(() => 1),
  "one item less than a page": ofSize((size) => size - 1),
  "exactly a page": ofSize((size) => size),
  "one item more than a page": ofSize((size) => size + 1),
  "an item that is listed twice counts once": async (bench: Bench) => {
    const ids = await bench.hands.addMany(3);
    addFault(bench, bench.requests.listing, { kind: "duplicate-page" });
    const { items, failure } = await list(bench);
    expect(failure).toBeNull();
    expect(idsOf(items.values())).toEqual([...ids].sort());
  },
  "a page in another order": async (bench: Bench) => {
    const ids = await bench.hands.addMany(5);
    addFault(bench, bench.requests.listing, { kind: "reorder" });
    const { items } = await list(bench);
    expect(idsOf(items.values())).toEqual([...ids].sort());
  },
  "an item that arrives during the listing": during(async (bench, ids) => [
    ...ids,
    await bench.hands.add("Late.txt"),
  ]),
  "an item that goes during the listing": during(async (bench, ids) => {
    const [first = "", ...others] = ids;
    await bench.hands.remove(first);
    return others;
  }),
  "an item that changes during the listing": async (bench: Bench) => {
    const [first = ""] = await bench.hands.addMany(bench.pageSize + 1);
    const cursor = await bench.source.begin(bench.account, bench.root);
    const { items } = await list(bench, {
      onPage: async (page) => {
        if (page === 1) await bench.hands.edit?.(first, "Quite another text");
      },
    });
    const { state } = await look(bench, cursor);
    const change = state.get(first);
    expect(change?.kind).toBe("is");
    const now = (await list(bench)).items.get(first)?.revision;
    expect(change?.kind === "is" && change.item.revision).toBe(now);
    expect(items.has(first)).toBe(true);
  },
  "a page that fails is asked again": afterTrouble({ kind: "status", status: 500 }),
  "a connection that breaks before a page": afterTrouble({ kind: "reset" }),
  "a page of HTML": afterTrouble({ kind: "html-error" }),
  "a page that is cut": afterTrouble({ kind: "cut", afterBytes: 40 }),
  "a page that is too short": afterTrouble({ kind: "wrong-length" }),
  "a page that was had is not asked again": async (bench: Bench) => {
    await bench.hands.addMany(bench.pageSize * 2 + 1);
    const whole = await counted(bench, () => list(bench));
    addFault(bench, bench.requests.listing, { kind: "status", status: 500 }, { nth: 3 });
    const broken = await counted(bench, () => listThrough(bench));
    const count = (all: typeof whole.requests) => all.filter(bench.requests.listing).length;
    expect(count(broken.requests)).toBe(count(whole.requests) + 1);
  },
  "an abort within the listing": async (bench: Bench) => {
    await bench.hands.addMany(bench.pageSize + 1);
    const stop = new AbortController();
    const reason = new Error("Stopped by the test");
    const { failure, pages } = await list(bench, {
      signal: stop.signal,
      onPage: () => stop.abort(reason),
    });
    expect(failure).toBe(reason);
    expect(pages).toBe(1);
  },
  "the count agrees with the listing": async (bench: Bench) => {
    if (!bench.source.count) throw new Error("The source cannot count");
    await bench.hands.addMany(bench.pageSize + 7);
    const { items } = await list(bench);
    const { result, requests } = await counted(bench, async () =>
      bench.source.count?.(bench.account, bench.root),
    );
    expect(result).toBe(idsOf(items.values()).length);
    expect(requests.length).toBeGreaterThan(0);
  },
  "names that are odd": async (bench: Bench) => {
    const ids: string[] = [];
    for (const name of oddNames) ids.push(await bench.hands.add(name));
    const { items } = await list(bench);
    expect(ids.map((id) => items.get(id)?.name)).toEqual(oddNames);
  },
};

/** For sources that answer in JSON: a good status says nothing of what the answer is. */
export const jsonCases = {
  "an answer of another kind is no empty page": afterTrouble({
    kind: "status",
    status: 200,
    body: { hello: "Please sign in to this network" },
  }),
};
