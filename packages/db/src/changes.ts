import { inUtc } from "@besunny/sql/in-utc";
import pg from "pg";

/**
 * Documents that changed together. `lostBy` are the principals that may no longer read them. Without documents, notifications may have
 * been missed.
 */
export type Change = {
  workspaceId: string;
  documents: readonly { id: string; seq: number }[];
  lostBy: readonly string[];
};

/**
 * Subscriptions to PostgreSQL's notifications. `onChange` reports changed documents of a workspace. `onRights` reports a change of a
 * person's rights: sessions, keys, memberships or projects. `onOutbox` reports events to relay. `onFlags` reports a decision about a flag.
 */
export type Changes = {
  onChange(workspaceId: string, listener: (change: Change) => void): () => void;
  onRights(userId: string, listener: () => void): () => void;
  onOutbox(listener: () => void): () => void;
  onFlags(listener: () => void): () => void;
  close(): Promise<void>;
};

const RECONNECT_MS = 1_000;

/**
 * Listens on one connection of its own, which it opens at the first subscription and reopens when it is lost. A notification is a hint
 * and may be missed. After every reconnection each listener is called once without documents, so that it reads the database again.
 */
export function createChanges(connectionString: string): Changes {
  const watchers = new Map<string, Set<(change: Change) => void>>();
  const guards = new Map<string, Set<() => void>>();
  const relays = new Set<() => void>();
  const flagReaders = new Set<() => void>();
  let client: pg.Client | null = null;
  let isClosed = false;

  function connect(): void {
    if (client || isClosed) return;
    const opening = new pg.Client({
      connectionString: inUtc(connectionString),
      application_name: "besunny changes",
    });
    client = opening;
    opening.on("error", () => lost(opening));
    opening.on("end", () => lost(opening));
    opening.on("notification", ({ channel, payload }) => announce(channel, payload ?? ""));
    opening
      .connect()
      .then(() =>
        opening.query(
          "listen besunny_changes; listen besunny_rights; listen besunny_outbox; listen besunny_flags",
        ),
      )
      .then(catchUp)
      .catch(() => lost(opening));
  }

  function lost(which: pg.Client): void {
    if (client !== which) return;
    client = null;
    which.end().catch(() => undefined);
    if (!isClosed) setTimeout(connect, RECONNECT_MS).unref();
  }

  function announce(channel: string, payload: string): void {
    if (channel === "besunny_outbox") {
      for (const relay of relays) relay();
      return;
    }
    if (channel === "besunny_flags") {
      for (const reader of flagReaders) reader();
      return;
    }
    if (channel === "besunny_rights") {
      const { userId }: { userId: string } = JSON.parse(payload);
      for (const guard of guards.get(userId) ?? []) guard();
      return;
    }
    const change = changeIn(payload);
    for (const watcher of watchers.get(change.workspaceId) ?? []) watcher(change);
  }

  function catchUp(): void {
    for (const relay of relays) relay();
    for (const reader of flagReaders) reader();
    for (const listeners of guards.values()) for (const guard of listeners) guard();
    for (const [workspaceId, listeners] of watchers)
      for (const listener of listeners) listener({ workspaceId, documents: [], lostBy: [] });
  }

  function subscribe<Listener>(
    all: Map<string, Set<Listener>>,
    id: string,
    listener: Listener,
  ): () => void {
    const listeners = all.get(id) ?? new Set();
    all.set(id, listeners.add(listener));
    connect();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) all.delete(id);
    };
  }

  return {
    onChange: (workspaceId, listener) => subscribe(watchers, workspaceId, listener),
    onRights: (userId, listener) => subscribe(guards, userId, listener),
    onOutbox(listener) {
      relays.add(listener);
      connect();
      return () => void relays.delete(listener);
    },
    onFlags(listener) {
      flagReaders.add(listener);
      connect();
      return () => void flagReaders.delete(listener);
    },
    async close() {
      isClosed = true;
      await client?.end();
    },
  };
}

/** Parses the text that `announcing` writes: documents as pairs, for a short notification. */
function changeIn(payload: string): Change {
  const { documents, ...rest }: Omit<Change, "documents"> & { documents: [string, number][] } =
    JSON.parse(payload);
  return { ...rest, documents: documents.map(([id, seq]) => ({ id, seq })) };
}
