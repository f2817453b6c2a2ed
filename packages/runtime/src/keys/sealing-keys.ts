import type { Log } from "@besunny/core/context";

import { KEYS_LIVE_MS, type KeyRing } from "./key-ring";
import type { MainKeys } from "./main-keys";

/** The owner of the key that seals secrets in columns. */
const SECRETS = "secrets";

type Keys = { current: string; before: string[] };

/**
 * Keeps the keys that seal secrets at hand, because sealing does not wait. Secrets that a main key sealed, as before there were keys of their own,
 * open as long as it is here. Without the database at the start, the main key seals until the next look.
 */
export async function createSealingKeys({
  ring,
  mainKeys,
  log,
}: {
  ring: KeyRing;
  mainKeys: MainKeys;
  log: Log;
}): Promise<{ now(): Keys; look(): Promise<void>; close(): void }> {
  let keys = split(await mainKeys.texts());

  async function look(): Promise<void> {
    try {
      await ring.current(SECRETS);
      const own = await ring.all(SECRETS);
      const texts = own.map(({ bytes }) => Buffer.from(bytes).toString("base64"));
      keys = split([...texts, ...(await mainKeys.texts())]);
    } catch (error) {
      log.warn({ error }, "the keys of secrets could not be read");
    }
  }
  await look();
  const timer = setInterval(look, KEYS_LIVE_MS).unref();
  return { now: () => keys, look, close: () => clearInterval(timer) };
}

function split([current, ...before]: string[]): Keys {
  if (!current) throw new Error("There is no encryption key");
  return { current, before };
}
