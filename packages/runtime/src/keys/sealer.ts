import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import type { SealedPlace, Sealer } from "@besunny/core/context";
import { AppError } from "@besunny/core/errors";

import { bytesOf, derived, keyIdOf } from "./kek";

/** One byte names the format, eight the key, twelve are the nonce; then come the text and sixteen bytes that prove it. */
const FORMAT = 1;
const ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;

/** A key from which those of columns are made: 32 bytes, base64. */
type Keys = {
  /** The key that seals. */
  current: string;
  /** The keys that were used before. They open, and seal nothing. */
  before?: readonly string[];
};

type Master = { id: Buffer; bytes: Buffer };

/**
 * Returns the sealer with these keys: AES-256-GCM with a key for each column (HKDF). A value is bound to its place. Moved to another row, it
 * does not open. Keys are asked for at each use, so that new ones count.
 */
export function createSealer(keys: Keys | (() => Keys)): Sealer {
  const known = new Map<string, Master>();
  function masterOf(key: string): Master {
    const master = known.get(key) ?? { bytes: bytesOf(key), id: keyIdOf(key) };
    known.set(key, master);
    return master;
  }
  function masters(): [Master, ...Master[]] {
    const { current, before = [] } = typeof keys === "function" ? keys() : keys;
    return [masterOf(current), ...before.map(masterOf)];
  }
  masters();

  const seal: Sealer["seal"] = (text, place) => {
    const [newest] = masters();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", keyOf(newest, place), nonce, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(nameOf(place));
    const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Uint8Array.from(
      Buffer.concat([Buffer.of(FORMAT), newest.id, nonce, hidden, cipher.getAuthTag()]),
    );
  };

  const open: Sealer["open"] = (sealed, place) => {
    const bytes = Buffer.from(sealed);
    if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== FORMAT) throw damaged(place);
    const master = masters().find(({ id }) => id.equals(idIn(bytes)));
    if (!master) throw unknownKey(place, idIn(bytes));
    return opened(bytes, master, place);
  };

  return {
    seal,
    open,
    rotate: (sealed, place) => {
      const text = open(sealed, place);
      return idIn(Buffer.from(sealed)).equals(masters()[0].id) ? null : seal(text, place);
    },
  };
}

function opened(bytes: Buffer, master: Master, place: SealedPlace): string {
  const nonce = bytes.subarray(1 + ID_BYTES, HEAD_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(master, place), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(nameOf(place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const hidden = bytes.subarray(HEAD_BYTES, -TAG_BYTES);
  try {
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString("utf8");
  } catch {
    throw damaged(place);
  }
}

function keyOf({ bytes }: Master, { table, column }: SealedPlace): Buffer {
  return derived(bytes, `${table}.${column}`);
}

function nameOf({ table, column, id }: SealedPlace): Buffer {
  return Buffer.from(`${table}.${column}.${id}`);
}

function idIn(bytes: Buffer): Buffer {
  return bytes.subarray(1, 1 + ID_BYTES);
}

function damaged({ table, column }: SealedPlace): AppError {
  return new AppError("CORRUPT", `A secret in ${table}.${column} is damaged and does not open`, {
    hint: "Connect the account again, or restore the database from a backup.",
  });
}

function unknownKey({ table, column }: SealedPlace, id: Buffer): AppError {
  return new AppError(
    "CORRUPT",
    `A secret in ${table}.${column} was sealed with the key ${id.toString("hex")}, which BeSunny does not have`,
    {
      hint: "Put that key into ENCRYPTION_KEY_BEFORE, or restore secrets.json from a backup. Without it, connect the account again.",
    },
  );
}
