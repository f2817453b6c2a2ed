import { randomBytes } from "node:crypto";
import { readSecrets, updateSecrets } from "@besunny/db/server/secrets";

import type { Env } from "../env";
import { type Kek, localKek } from "./kek";
import { kmsKek } from "./kms-kek";

/** The main keys of this installation: the one that wraps, and those that were used before. */
export type MainKeys = {
  current(): Promise<Kek>;
  /** Returns null if the key is not here. */
  find(id: string): Promise<Kek | null>;
  /** The keys as text, the current one first: they sealed secrets before there were keys of columns. */
  texts(): Promise<string[]>;
  /** Makes a new key in the data directory and keeps the one before. Null: the key is not kept there. */
  replace(): Promise<Kek | null>;
  /** Deletes the keys of before from the data directory. Returns how many there were. */
  forgetBefore(): Promise<number>;
};

type Given = {
  dataDirectory: string;
  env: Pick<
    Env,
    | "ENCRYPTION_KEY"
    | "ENCRYPTION_KEY_BEFORE"
    | "ENCRYPTION_KMS_KEY"
    | "ENCRYPTION_KMS_REGION"
    | "ENCRYPTION_KMS_ENDPOINT"
  >;
};

/**
 * Finds the main key: in AWS KMS if ENCRYPTION_KMS_KEY names one, else ENCRYPTION_KEY, else the file of the data directory. All others that are there
 * open what they wrapped. The file is read each time, so a key that another process made is found.
 */
export function createMainKeys({ dataDirectory, env }: Given): MainKeys {
  let kms: Promise<Kek> | null = null;

  async function inFile(): Promise<{ current: string; before: string[] }> {
    const secrets = await readSecrets({ dataDirectory });
    if (!secrets) throw new Error("The data directory has no secrets.json");
    return { current: secrets.encryptionKey, before: secrets.encryptionKeysBefore ?? [] };
  }

  async function ofKms(keyId: string): Promise<Kek> {
    const { createKms } = await import("@besunny/connectors/kms/kms");
    const region = env.ENCRYPTION_KMS_REGION;
    return kmsKek(keyId, createKms({ keyId, region, endpoint: env.ENCRYPTION_KMS_ENDPOINT }));
  }

  async function all(): Promise<Kek[]> {
    const { current, before } = await inFile();
    const fromVariables = [env.ENCRYPTION_KEY ?? [], env.ENCRYPTION_KEY_BEFORE ?? []].flat();
    const { ENCRYPTION_KMS_KEY: keyId } = env;
    if (keyId) kms ??= ofKms(keyId);
    return [
      ...(kms ? [await kms] : []),
      ...fromVariables.map((key) => localKek(key, "variable")),
      ...[current, ...before].map((key) => localKek(key, "file")),
    ];
  }

  const isInFile = () => !env.ENCRYPTION_KMS_KEY && !env.ENCRYPTION_KEY;

  return {
    async current() {
      const [first] = await all();
      if (!first) throw new Error("There is no encryption key");
      return first;
    },

    async find(id) {
      const known = (await all()).find((kek) => kek.id === id);
      if (known) return known;
      // A key of KMS that was used before opens as long as KMS has it.
      return id.startsWith("kms:") && env.ENCRYPTION_KMS_KEY
        ? ofKms(id.slice("kms:".length))
        : null;
    },

    async texts() {
      const { current, before } = await inFile();
      return [env.ENCRYPTION_KEY ?? [], env.ENCRYPTION_KEY_BEFORE ?? [], current, before].flat();
    },

    async replace() {
      if (!isInFile()) return null;
      const { current, before } = await inFile();
      const key = randomBytes(32).toString("base64");
      await updateSecrets(
        { dataDirectory },
        { encryptionKey: key, encryptionKeysBefore: [current, ...before] },
      );
      return localKek(key, "file");
    },

    async forgetBefore() {
      const { before } = await inFile();
      await updateSecrets({ dataDirectory }, { encryptionKeysBefore: [] });
      return before.length;
    },
  };
}
