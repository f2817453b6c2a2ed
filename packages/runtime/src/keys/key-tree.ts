import type { EncryptedFiles } from "@besunny/connectors/files/encryption/encrypted-files";
import type { Clock, KeyTree, Log } from "@besunny/core/context";
import { AppError } from "@besunny/core/errors";
import type { PlatformDatabase } from "@besunny/db/platform/platform-database";

import type { KeyRing } from "./key-ring";
import type { MainKeys } from "./main-keys";

type Given = {
  db: Pick<PlatformDatabase, "workspaceKeys" | "transaction">;
  ring: KeyRing;
  mainKeys: MainKeys;
  files: Pick<EncryptedFiles, "renew">;
  clock: Clock;
  log: Log;
};

/** Works on the keys themselves: makes, wraps and destroys them. */
export function createKeyTree({ db, ring, mainKeys, files, clock, log }: Given): KeyTree {
  return {
    async mainKey() {
      const { id, place } = await mainKeys.current();
      return { id, place };
    },

    async rotate(workspaceId) {
      const { version: before } = await ring.current(workspaceId);
      const version = before + 1;
      const made = await ring.make(workspaceId, version);
      const isAdded = await db.transaction(({ workspaceKeys }) =>
        workspaceKeys.addNext(workspaceId, version, made, clock()),
      );
      ring.forget(workspaceId);
      if (!isAdded)
        throw new AppError("CONFLICT", "Somebody else has just rotated this key", {
          hint: "Look at its versions, then decide again.",
        });
      return { version };
    },

    async destroy(workspaceId) {
      const versions = await db.workspaceKeys.destroy(workspaceId, clock());
      ring.forget(workspaceId);
      return { versions };
    },

    async rewrap({ after, limit }) {
      const kek = await mainKeys.current();
      const keys = await db.workspaceKeys.listWrappedByOthers(kek.id, { after, limit });
      const results = await Promise.allSettled(
        keys.map(async (key) => {
          const { workspaceId, version, kekId } = key;
          const of = { owner: workspaceId, version };
          const wrapped = await kek.wrap(await ring.unwrap(key), of);
          return { workspaceId, version, before: kekId ?? "", wrapped };
        }),
      );
      const made = results.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      const rewrapped = await db.workspaceKeys.rewrap(made, kek.id, clock());
      for (const { workspaceId } of keys) ring.forget(workspaceId);
      for (const each of results)
        if (each.status === "rejected")
          log.warn({ error: each.reason }, "a key could not be wrapped anew");
      const last = keys.length === limit ? keys.at(-1) : undefined;
      const next = last ? { workspaceId: last.workspaceId, version: last.version } : null;
      return { rewrapped, failed: keys.length - made.length, next };
    },

    async replaceMainKey() {
      const made = await mainKeys.replace();
      if (!made)
        throw new AppError("CONFLICT", "The main key is not kept in the data directory", {
          hint: "Set a new ENCRYPTION_KEY or ENCRYPTION_KMS_KEY, put the key of before into ENCRYPTION_KEY_BEFORE, and start BeSunny again.",
        });
      return { id: made.id };
    },

    renewFile: (key) => files.renew(key),
  };
}
