import { Writable } from "node:stream";

import { SourceFailure } from "../../src/sources/failures";
import type { Change, Checkpoint, Cursor, Item, Sink } from "../../src/sources/source";
import type { Fault } from "../world";
import type { Bench, Matcher } from "./bench";

const never = new AbortController().signal;

export type Listing = {
  items: Map<string, Item>;
  pages: number;
  next: Checkpoint | null;
  failure: unknown;
};

/** Lists until the end or until a failure. A later item of the same id takes the place of an earlier one. */
export async function list(
  bench: Bench,
  {
    at = null,
    onPage,
    signal = never,
  }: {
    at?: Checkpoint | null;
    onPage?: (page: number) => void | Promise<void>;
    signal?: AbortSignal;
  } = {},
): Promise<Listing> {
  const listing: Listing = { items: new Map(), pages: 0, next: at, failure: null };
  try {
    for await (const page of bench.source.enumerate(bench.account, bench.root, at, signal)) {
      for (const item of page.items) {
        listing.items.set(item.id, item);
        withIds(bench, { kind: "is", item });
      }
      listing.next = page.next;
      await onPage?.(++listing.pages);
    }
  } catch (failure) {
    listing.failure = failure;
  }
  return listing;
}

/** Lists, and goes on from the last checkpoint after each failure. */
export async function listThrough(
  bench: Bench,
  tries = 5,
): Promise<Listing & { failures: unknown[] }> {
  const all = new Map<string, Item>();
  const failures: unknown[] = [];
  let at: Checkpoint | null = null;
  for (let n = 0; n < tries; n++) {
    const part = await list(bench, { at });
    for (const [id, item] of part.items) all.set(id, item);
    if (!part.failure) return { ...part, items: all, failures };
    failures.push(part.failure);
    passThrottling(bench, part.failure);
    at = part.next;
  }
  throw new Error("The listing does not end", { cause: failures.at(-1) });
}

/** Lets the clock of the world run until the provider answers again. */
export function passThrottling(bench: Bench, failure: unknown): void {
  if (!(failure instanceof SourceFailure) || failure.kind !== "throttled") return;
  const { until } = failure.details as { until: Date };
  const { world } = bench.doubles;
  world.advance(Math.max(0, until.getTime() - world.now().getTime()) + 1);
}

export type GoneOrThere = Exclude<Change, { kind: "gone-at" }>;
const places = new WeakMap<Bench, Map<string, string>>();

/** Keeps where things are, and returns a change by its ids. A keeper of items does the same with a deletion that has a place alone. */
function withIds(bench: Bench, change: Change): GoneOrThere[] {
  const known = places.get(bench) ?? new Map<string, string>();
  places.set(bench, known);
  if (change.kind === "is") known.set(change.item.id, change.item.place ?? "");
  if (change.kind !== "gone-at") return [change];
  const { place, why } = change;
  const isAt = (at: string) => at === place || at.startsWith(`${place}/`);
  const listed = [...known].flatMap(([id, at]) => (isAt(at) ? [id] : []));
  const ids = new Set([...listed, ...(bench.hands.idsAt?.(place) ?? [])]);
  for (const id of ids) known.delete(id);
  return [...ids].map((id) => ({ kind: "gone", id, why }));
}

/** Looks once, to the last page. */
export async function look(bench: Bench, since: Cursor) {
  const changes: GoneOrThere[] = [];
  let cursor = since;
  let pages = 0;
  let isLast = false;
  for await (const page of bench.source.changes(bench.account, bench.root, since, never)) {
    changes.push(...page.changes.flatMap((change) => withIds(bench, change)));
    cursor = page.cursor;
    isLast = page.isLast;
    pages += 1;
  }
  return { changes, cursor, pages, isLast, state: stateAfter(changes) };
}

/** Looks a step at a time, as a worker does: a step ends with a page that moves the cursor. */
export async function lookByPages(bench: Bench, since: Cursor, most = 50) {
  const changes: GoneOrThere[] = [];
  let cursor = since;
  for (let pages = 1; pages <= most; pages++) {
    for await (const page of bench.source.changes(bench.account, bench.root, cursor, never)) {
      changes.push(...page.changes.flatMap((change) => withIds(bench, change)));
      if (page.isLast) return { ...page, pages, state: stateAfter(changes) };
      if (page.cursor === cursor) continue;
      cursor = page.cursor;
      break;
    }
  }
  return { cursor, pages: most, isLast: false, state: stateAfter(changes) };
}

/** Returns what the last word is on each id. */
function stateAfter(changes: readonly GoneOrThere[]): Map<string, GoneOrThere> {
  return new Map(
    changes.map((change) => [change.kind === "is" ? change.item.id : change.id, change]),
  );
}

/** Returns the ids that are documents: folders and what is skipped are none. */
export function idsOf(items: Iterable<Item>): string[] {
  return [...items]
    .filter(({ isFolder }) => !isFolder)
    .map(({ id }) => id)
    .sort();
}

export async function oneItem(bench: Bench, id: string): Promise<Item> {
  const { items, failure } = await list(bench);
  const item = items.get(id);
  if (!item) throw new Error(`${id} is not listed`, { cause: failure });
  return item;
}

/** A sink that keeps all bytes. */
export function keepingSink(): Sink & { bytes(): Buffer; opened(): number } {
  const parts: Buffer[] = [];
  let opened = 0;
  const open = () => {
    opened += 1;
    parts.length = 0;
    return new Writable({
      write(part: Buffer, _, done) {
        parts.push(part);
        done();
      },
    });
  };
  return { open, bytes: () => Buffer.concat(parts), opened: () => opened };
}

/** A sink that takes nothing more after so many bytes, until it is let go. */
export function slowSink(stopAfter: number) {
  let taken = 0;
  let release = () => {};
  const open = () =>
    new Writable({
      highWaterMark: 64 * 1024,
      write(part: Buffer, _, done) {
        taken += part.byteLength;
        if (taken < stopAfter) done();
        else release = done;
      },
    });
  return { open, taken: () => taken, release: () => release() };
}

/** Adds a fault that meets the nth request of this kind, and as many after it as `times` says. */
export function addFault(
  bench: Bench,
  matches: Matcher,
  does: Fault["does"],
  { nth = 1, times = 1 }: { nth?: number; times?: number } = {},
): void {
  let seen = 0;
  bench.doubles.world.faults.push({
    times,
    does,
    matches: (request) => matches(request) && ++seen >= nth,
  });
}

/** Counts the requests that doubles answered while `act` ran. */
export async function counted<Result>(bench: Bench, act: () => Promise<Result>) {
  const { requests } = bench.doubles.world;
  const before = requests.length;
  const result = await act();
  return { result, requests: requests.slice(before) };
}

export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

/** Reads the failure that a whole run of an iterable ends with. */
export async function failureOfAll(pages: AsyncIterable<unknown>): Promise<unknown> {
  return failureOf(
    (async () => {
      for await (const _ of pages);
    })(),
  );
}
