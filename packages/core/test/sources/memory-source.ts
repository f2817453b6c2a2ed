import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SourceFailure } from "@besunny/connectors/sources/failures";
import type { Change, Fetched, Grant, Item, Source } from "@besunny/connectors/sources/source";

/** `told` is what only the thing itself says, when it is fetched. */
type Thing = Item & {
  content: string;
  told?: Pick<Fetched, "mail" | "modifiedAt"> & { fileName?: string };
};
type Calls = {
  begin: number;
  enumerate: number;
  changes: number;
  fetch: number;
  count: number;
  grants: number;
  members: number;
};
type Method = keyof Calls;

/**
 * A source in memory: its own listing in pages, a journal of changes behind a cursor, and failures on request. It keeps what the port promises, so that
 * what is tested with it holds for each adapter.
 */
export function createMemorySource({ pageSize = 3 }: { pageSize?: number } = {}) {
  const things = new Map<string, Thing>();
  const watches = new Set<string>();
  let watched = 0;
  const sharings = new Map<string, Grant[]>();
  const members = new Map<string, string[]>();
  const journal: Change[] = [];
  const failures: { method: Method; error: SourceFailure; left: number; id?: string }[] = [];
  const calls: Calls = {
    begin: 0,
    enumerate: 0,
    changes: 0,
    fetch: 0,
    count: 0,
    grants: 0,
    members: 0,
  };
  let isPartial = false;
  let isHolding = false;
  let oldest = 0;
  let clock = Date.parse("2026-11-02T08:00:00Z");

  const refuse = (method: Method, id?: string) => {
    calls[method] += 1;
    const found = failures.find(
      (each) => each.method === method && each.left > 0 && (!each.id || each.id === id),
    );
    if (!found) return;
    found.left -= 1;
    throw found.error;
  };
  const itemOf = ({ content: _, told: __, ...item }: Thing): Item => item;
  const note = (thing: Thing) => journal.push({ kind: "is", item: itemOf(thing) });

  const source: Source = {
    facts: {
      provider: "google",
      kinds: ["drive"],
      scopes: [{ scope: "drive.readonly", words: "Read your files", isNeeded: true }],
      canPush: false,
      canReadGrants: false,
      quota: { fetchesPerMinute: 600, itemsPerPage: pageSize },
    },
    verify: async ({ subject, address }) => ({
      subject: subject ?? "ana",
      address: address ?? "ana@harbour.example",
      isAddressProven: true,
      tenant: null,
      scopes: ["drive.readonly"],
    }),
    async *listRoots() {
      yield {
        ref: { folder: "root" },
        kind: "drive",
        name: "My Drive",
        path: [],
        hasChildren: false,
        isChoosable: true,
      };
    },
    async begin(account) {
      await account.token();
      refuse("begin");
      return String(journal.length);
    },
    async *enumerate(account, _root, at) {
      await account.token();
      for (let from = Number(at ?? 0); ; from += pageSize) {
        refuse("enumerate");
        const all = [...things.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
        const items = all.slice(from, from + pageSize).map(itemOf);
        const isWhole = from + pageSize >= all.length;
        yield {
          items,
          next: isWhole ? null : String(from + pageSize),
          ...(isPartial && { isPartial }),
        };
        if (isWhole) return;
      }
    },
    async *changes(account, _root, since) {
      await account.token();
      for (let from = Number(since); ; from += pageSize) {
        refuse("changes");
        if (from < oldest)
          throw new SourceFailure("cursor-lost", "It is too old.", { freshCursor: null });
        const changes = journal.slice(from, from + pageSize);
        const isLast = from + pageSize >= journal.length;
        const cursor = isHolding && !isLast ? since : String(from + changes.length);
        yield { changes, cursor, isLast };
        if (isLast) return;
      }
    },
    async fetch(account, { id }, into) {
      await account.token();
      refuse("fetch", id);
      const thing = things.get(id);
      if (!thing) throw new SourceFailure("item-gone", "It is gone.", {});
      await pipeline(Readable.from([Buffer.from(thing.content)]), into.open());
      const { name: fileName, mediaType, revision } = thing;
      const size = Buffer.byteLength(thing.content);
      return { fileName, mediaType, size, revision, ...thing.told };
    },
    async watch() {
      watches.add(`watch-${++watched}`);
      const expiresAt = new Date(Date.now() + 86_400_000);
      return { id: `watch-${watched}`, expiresAt, resource: null };
    },
    async unwatch(account, { id }) {
      await account.token();
      watches.delete(id);
    },
    async grants(_account, { id }) {
      refuse("grants", id);
      return sharings.get(things.get(id)?.grantsKey ?? "") ?? [];
    },
    async members(_account, group) {
      refuse("members", group);
      return members.get(group) ?? [];
    },
    count: async () => {
      refuse("count");
      return filesIn();
    },
  };
  const filesIn = () => [...things.values()].filter(({ isFolder }) => !isFolder).length;

  return {
    source,
    calls,
    things,
    /** The grants by the key of the sharing, and the addresses by group. */
    sharings,
    members,
    /** The channels that are open. */
    watches,
    put(id: string, given: Partial<Thing> = {}) {
      clock += 1000;
      const before = things.get(id);
      const content = given.content ?? before?.content ?? `The text of ${id}.`;
      const thing: Thing = {
        id,
        parentIds: [],
        name: `${id}.txt`,
        mediaType: "text/plain",
        modifiedAt: new Date(clock),
        webUrl: `https://files.example/${id}`,
        isFolder: false,
        ...before,
        ...given,
        content,
        size: Buffer.byteLength(content),
        revision: createHash("sha256").update(content).digest("hex").slice(0, 12),
      };
      things.set(id, thing);
      note(thing);
    },
    remove(id: string, why: "deleted" | "no-access" = "deleted") {
      things.delete(id);
      journal.push({ kind: "gone", id, why });
    },
    /** Takes things away without a word, as a provider does whose drive cannot be read for a while. */
    hide(id: string) {
      things.delete(id);
    },
    /** Lets its listings say that a part could not be read, or no longer. */
    listPartly(partly = true) {
      isPartial = partly;
    },
    /** Lets the cursor of a look stay until its last page. */
    holdCursors() {
      isHolding = true;
    },
    loseCursors() {
      oldest = journal.length + 1;
      journal.push({ kind: "gone", id: "nothing that was ever here", why: "deleted" });
    },
    fail(
      method: Method,
      error: SourceFailure,
      { times = 1, id }: { times?: number; id?: string } = {},
    ) {
      failures.push({ method, error, left: times, ...(id && { id }) });
    },
  };
}

export type MemorySource = ReturnType<typeof createMemorySource>;
