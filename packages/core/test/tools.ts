import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

import type { Cache, KeyTree, Log, Sealer, Signer, Tools } from "../src/context";

export type GivenTools = { [Name in Exclude<keyof Tools, "billing">]?: Partial<Tools[Name]> } & {
  billing?: Tools["billing"];
};
type Own = Pick<Tools, "files" | "changes" | "sealer">;

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** Makes the real sealer of one key, without its old keys. */
export const sealerOf = (key: Buffer): Sealer => ({
  seal(text, { table, column, id }) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    cipher.setAAD(Buffer.from(`${table}.${column}.${id}`));
    const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), hidden]));
  },
  open(sealed, { table, column, id }) {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(`${table}.${column}.${id}`));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
  },
  rotate: () => null,
});

/** Keys that are never really made: the tree itself is tested where it is built. */
const aKeyTree: KeyTree = {
  mainKey: async () => ({ id: "local:test", place: "file" }),
  rotate: async () => ({ version: 2 }),
  destroy: async () => ({ versions: [1] }),
  rewrap: async () => ({ rewrapped: 0, failed: 0, next: null }),
  replaceMainKey: async () => ({ id: "local:next" }),
  renewFile: async () => false,
};

/** A signer whose key the tests know. */
const aSigner: Signer = {
  sign: (text) => ({ keyId: "test", signature: macOf(text) }),
  isSigned: (text, { keyId, signature }) => (keyId === "test" ? signature === macOf(text) : null),
  publicKeys: () => [],
};
const macOf = (text: string) => createHmac("sha256", "a test").update(text).digest("base64");

/** Makes the tools of a test: the given ones, those of its process, and for all others tools that fail it. */
export function toolsOf({ files, changes, sealer }: Own, given: GivenTools): Tools {
  return {
    // Models of tests are local, so they work for nobody in particular.
    ai: onlyWith("ai", { as: undefined, ...given.ai } as Partial<Tools["ai"]>),
    index: onlyWith("index", given.index),
    generations: onlyWith("generations", given.generations),
    reader: onlyWith("reader", given.reader),
    transcriber: given.transcriber ? asTranscriber(given.transcriber) : null,
    reportFiles: onlyWith("reportFiles", given.reportFiles),
    files: { ...files, ...given.files },
    anchorPlaces: [...(given.anchorPlaces ?? [])].flatMap((place) => place ?? []),
    sampleFiles: onlyWith("sampleFiles", given.sampleFiles),
    cache: { ...aCache(), ...given.cache },
    disk: onlyWith("disk", given.disk),
    changes: { ...changes, ...given.changes },
    engineRuns: given.engineRuns ? onlyWith("engineRuns", given.engineRuns) : null,
    sealer: { ...sealer, ...given.sealer },
    keyTree: { ...aKeyTree, ...given.keyTree },
    signer: { ...aSigner, ...given.signer },
    sources: onlyWith("sources", given.sources),
    sso: onlyWith("sso", given.sso),
    slack: onlyWith("slack", given.slack),
    webhooks: onlyWith("webhooks", given.webhooks),
    billing: given.billing ?? { kind: "none" },
    retention: {
      runDays: 30,
      eventDays: 30,
      searchDays: 90,
      trashDays: 30,
      backupDays: null,
      ...given.retention,
    },
    clock: given.clock ? asClock(given.clock) : () => new Date(),
    log: { ...silentLog, ...given.log },
  };
}

function aCache(): Cache {
  const kept = new Map<string, Promise<unknown>>();
  return {
    getOrSet<T>(key: string, compute: () => Promise<T>): Promise<T> {
      const value = kept.get(key) ?? compute();
      kept.set(key, value);
      return asComputed<T>(value);
    },
    remove: async (key) => void kept.delete(key),
  };
}

/** A key is only ever computed as one type, which a map of all keys cannot say. */
function asComputed<T>(value: Promise<unknown>): Promise<T> {
  return value as Promise<T>;
}

/** `Partial` of a function is the function, which TypeScript does not see. */
function asClock(clock: Partial<Tools["clock"]>): Tools["clock"] {
  return clock as Tools["clock"];
}

/** A server for speech of a test works for nobody in particular. */
function asTranscriber(given: Partial<NonNullable<Tools["transcriber"]>>) {
  const transcriber: NonNullable<Tools["transcriber"]> = onlyWith("transcriber", {
    server: "https://speech.example/v1",
    model: "whisper-test",
    ...given,
    as: given.as ?? (() => transcriber),
  });
  return transcriber;
}

/** The proxy answers for every name: with what was given, or by failing the test. */
export function onlyWith<Tool extends object>(name: string, given: Partial<Tool> = {}): Tool {
  return new Proxy(given as Tool, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key);
      throw new Error(`This test did not expect a call to ${name}.${String(key)}`);
    },
  });
}
