import { randomBytes } from "node:crypto";
import type { DataKey, DataKeys } from "@besunny/connectors/files/encryption/data-keys";
import type { Clock } from "@besunny/core/context";
import { AppError } from "@besunny/core/errors";
import type { MainKeyPlace } from "@besunny/core/system";
import type { StoredKey, WorkspaceKeyRepository } from "@besunny/db/encryption/workspace-keys";

import type { MainKeys } from "./main-keys";

const KEY_BYTES = 32;
/** After this time every process has heard of a key that was made or destroyed elsewhere. */
export const KEYS_LIVE_MS = 60_000;

export type KeyRing = DataKeys & {
  /** Returns every key of an owner that is there, the newest first. */
  all(owner: string): Promise<DataKey[]>;
  /** Wraps a new key for an owner. */
  make(owner: string, version: number): Promise<{ wrapped: Uint8Array; kekId: string }>;
  unwrap(stored: StoredKey): Promise<Uint8Array>;
  /** Forgets what is kept in memory of an owner. */
  forget(owner: string): void;
};

type Store = Pick<WorkspaceKeyRepository, "list" | "addFirst">;

type Given = { store: Store; mainKeys: MainKeys; clock: Clock };

/** Keeps the keys of workspaces unwrapped in memory, for a minute at most. */
export function createKeyRing({ store, mainKeys, clock }: Given): KeyRing {
  const kept = new Map<string, { until: number; rows: Promise<Opened[]> }>();

  function rowsOf(owner: string): Promise<Opened[]> {
    const now = clock().getTime();
    const known = kept.get(owner);
    if (known && known.until > now) return known.rows;
    const rows = read(owner);
    kept.set(owner, { until: now + KEYS_LIVE_MS, rows });
    rows.catch(() => kept.delete(owner));
    return rows;
  }

  async function read(owner: string): Promise<Opened[]> {
    const rows = await store.list(owner);
    return rows.map((row) => ({ ...row, key: lazily(() => unwrap(row)) }));
  }

  async function make(owner: string, version: number) {
    const kek = await mainKeys.current();
    return {
      wrapped: await kek.wrap(randomBytes(KEY_BYTES), { owner, version }),
      kekId: kek.id,
    };
  }

  async function unwrap({ workspaceId: owner, version, wrapped, kekId }: StoredKey) {
    if (!wrapped || !kekId) throw destroyed(owner);
    const kek = await mainKeys.find(kekId);
    if (!kek) throw noMainKey(kekId);
    return kek.unwrap(wrapped, { owner, version }).catch((error: unknown) => {
      throw doesNotUnwrap(kek.place, error);
    });
  }

  async function first(owner: string): Promise<Opened[]> {
    await store.addFirst(owner, await make(owner, 1));
    kept.delete(owner);
    return rowsOf(owner);
  }

  return {
    async current(owner) {
      const known = await rowsOf(owner);
      const rows = known.length > 0 ? known : await first(owner);
      const active = rows.find(({ state }) => state === "active");
      if (!active) throw destroyed(owner);
      return { version: active.version, bytes: await active.key() };
    },

    async find(owner, version) {
      const named = (each: Opened) => each.version === version;
      let row = (await rowsOf(owner)).find(named);
      if (!row) {
        // Another process may have made it just now.
        kept.delete(owner);
        row = (await rowsOf(owner)).find(named);
      }
      if (!row) throw noKey(owner, version);
      return { version, bytes: await row.key() };
    },

    async all(owner) {
      const rows = (await rowsOf(owner)).filter(({ state }) => state !== "destroyed");
      return Promise.all(rows.map(async ({ version, key }) => ({ version, bytes: await key() })));
    },

    make,
    unwrap,
    forget: (owner) => void kept.delete(owner),
  };
}

type Opened = StoredKey & { key: () => Promise<Uint8Array> };

/** Unwraps a key at its first use. A failure is tried again at the next. */
function lazily(make: () => Promise<Uint8Array>): () => Promise<Uint8Array> {
  let made: Promise<Uint8Array> | null = null;
  return () => {
    made ??= make();
    made.catch(() => {
      made = null;
    });
    return made;
  };
}

function destroyed(owner: string): AppError {
  return new AppError("CORRUPT", `The encryption keys of ${owner} were destroyed`, {
    hint: "Nothing opens these files any more, in backups neither. If that was a mistake, the database and the main key of a backup from before are needed.",
  });
}

function noKey(owner: string, version: number): AppError {
  return new AppError(
    "CORRUPT",
    `Version ${version} of the key of ${owner} is not in the database`,
    {
      hint: "Restore the database and the files from the same backup.",
    },
  );
}

function noMainKey(kekId: string): AppError {
  return new AppError("CORRUPT", `The main key ${kekId} is not here`, {
    hint: "Put it into ENCRYPTION_KEY_BEFORE, or restore secrets.json of the data directory from a backup.",
  });
}

function doesNotUnwrap(place: MainKeyPlace, cause: unknown): AppError {
  return place === "kms"
    ? new AppError("PROVIDER_UNAVAILABLE", "AWS KMS did not open an encryption key", {
        hint: "Look at the permissions of its key and at the connection, then try again.",
        cause,
      })
    : new AppError("CORRUPT", "An encryption key in the database is damaged", {
        hint: "Restore the table workspace_keys from a backup.",
        cause,
      });
}
