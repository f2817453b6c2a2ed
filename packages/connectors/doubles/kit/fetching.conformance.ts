import { setImmediate as turn } from "node:timers/promises";

import { expect } from "vitest";

import { isFailure } from "../../src/sources/failures";
import { type Bench, refOf } from "./bench";
import { need } from "./changes.conformance";
import { addFault, failureOf, keepingSink, oneItem, slowSink } from "./driving";

const never = new AbortController().signal;
const TEXT = "A text of some length. ".repeat(40);

const fetchItem = async (bench: Bench, id: string, sink = keepingSink(), signal = never) => {
  const item = await oneItem(bench, id);
  return {
    item,
    sink,
    fetched: bench.source.fetch(bench.account, refOf(item, bench.root), sink, signal),
  };
};

/** Something is wrong with the body: the item is not taken, and the source may be asked again. */
const badBody =
  (does: Parameters<typeof addFault>[2]) =>
  async (bench: Bench): Promise<void> => {
    const id = await bench.hands.add("Plan.txt", TEXT);
    const item = await oneItem(bench, id);
    addFault(bench, bench.requests.content, does);
    const ref = refOf(item, bench.root);
    const failure = await failureOf(bench.source.fetch(bench.account, ref, keepingSink(), never));
    expect(isFailure(failure, "provider-down")).toBe(true);
    const sink = keepingSink();
    const fetched = await bench.source.fetch(bench.account, ref, sink, never);
    expect(fetched.size).toBe(sink.bytes().byteLength);
    expect(sink.bytes().toString()).toContain(TEXT.trim());
  };

export const fetchingCases = {
  "the bytes are whole": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt", TEXT);
    const { item, sink, fetched } = await fetchItem(bench, id);
    const { size, revision, fileName } = await fetched;
    expect(sink.bytes().toString()).toContain(TEXT.trim());
    expect(size).toBe(sink.bytes().byteLength);
    expect(revision).toBe(item.revision);
    expect(fileName).not.toMatch(/[\\/]/);
  },
  "an item that went after it was listed": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt", TEXT);
    const item = await oneItem(bench, id);
    if (bench.hands.destroy) await bench.hands.destroy(id);
    else await bench.hands.remove(id);
    const fetched = bench.source.fetch(
      bench.account,
      refOf(item, bench.root),
      keepingSink(),
      never,
    );
    expect(isFailure(await failureOf(fetched), "item-gone")).toBe(true);
  },
  "an item that may not be read": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt", TEXT);
    const item = await oneItem(bench, id);
    addFault(bench, bench.requests.content, bench.faults.forbidden);
    const fetched = bench.source.fetch(
      bench.account,
      refOf(item, bench.root),
      keepingSink(),
      never,
    );
    expect(isFailure(await failureOf(fetched), "item-forbidden")).toBe(true);
  },
  "too many requests while fetching": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt", TEXT);
    const item = await oneItem(bench, id);
    addFault(bench, bench.requests.content, bench.faults.quota);
    const fetched = bench.source.fetch(
      bench.account,
      refOf(item, bench.root),
      keepingSink(),
      never,
    );
    expect(isFailure(await failureOf(fetched), "throttled")).toBe(true);
  },
  "a body that is cut in the middle": badBody({ kind: "cut", afterBytes: 300 }),
  "a body that is too short": badBody({ kind: "wrong-length" }),
  "a connection that breaks before the body": badBody({ kind: "reset" }),
  "2 GB are never held": async (bench: Bench) => {
    const id = await need(bench, "addBig")(2 * 1024 ** 3);
    const sink = slowSink(4 * 1024 ** 2);
    const stop = new AbortController();
    const item = await oneItem(bench, id);
    const before = bench.doubles.sent.bytes;
    const fetched = failureOf(
      bench.source.fetch(bench.account, refOf(item, bench.root), sink, stop.signal),
    );
    await standstill(() => bench.doubles.sent.bytes + sink.taken());
    expect(sink.taken()).toBeGreaterThanOrEqual(4 * 1024 ** 2);
    expect(bench.doubles.sent.bytes - before - sink.taken()).toBeLessThan(32 * 1024 ** 2);
    const reason = new Error("Stopped by the test");
    stop.abort(reason);
    expect(await fetched).toBe(reason);
  },
  "an abort while fetching": async (bench: Bench) => {
    const id = await bench.hands.add("Plan.txt", TEXT);
    const item = await oneItem(bench, id);
    const reason = new Error("Stopped by the test");
    const fetched = bench.source.fetch(
      bench.account,
      refOf(item, bench.root),
      keepingSink(),
      AbortSignal.abort(reason),
    );
    expect(await failureOf(fetched)).toBe(reason);
  },
};

/** Waits until a count has not moved for many turns of the event loop. */
async function standstill(count: () => number): Promise<void> {
  let last = -1;
  for (let still = 0; still < 400; still++) {
    if (count() !== last || count() === 0) still = 0;
    last = count();
    await turn();
  }
}
