import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { MainKeyPlace } from "@besunny/core/system";

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const ID_BYTES = 8;

/** The owner of a wrapped key, whose files it encrypts, and its version. It unwraps as that alone. */
export type Wrapping = { owner: string; version: number };

/** A main key: it wraps the keys of files and secrets, and encrypts nothing else. */
export type Kek = {
  /** Stored with everything that it wraps. */
  id: string;
  place: MainKeyPlace;
  wrap(key: Uint8Array, of: Wrapping): Promise<Uint8Array>;
  /** Rejects if the bytes were changed or are those of another key. */
  unwrap(wrapped: Uint8Array, of: Wrapping): Promise<Uint8Array>;
};

/** Returns the main key of 32 bytes in base64. It wraps with AES-256-GCM. */
export function localKek(key: string, place: "file" | "variable"): Kek {
  const wrapping = derived(bytesOf(key), "key wrap");
  return {
    id: `local:${keyIdOf(key).toString("hex")}`,
    place,
    async wrap(bytes, of) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", wrapping, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(nameOf(of));
      const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), nonce, hidden, cipher.getAuthTag()]);
    },
    async unwrap(wrapped, of) {
      const bytes = Buffer.from(wrapped);
      if (bytes.length !== 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES || bytes[0] !== FORMAT)
        throw new Error("The wrapped key is damaged");
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", wrapping, nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(nameOf(of));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const hidden = bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(hidden), decipher.final()]);
    },
  };
}

/** Returns the name of a key, which says nothing of it. */
export function keyIdOf(key: string): Buffer {
  const id = createHash("sha256")
    .update("key id")
    .update(derived(bytesOf(key), "key id"));
  return id.digest().subarray(0, ID_BYTES);
}

/** Returns a key for one purpose, from which the others and the key itself do not follow. */
export function derived(bytes: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", bytes, "", `besunny ${purpose}`, KEY_BYTES));
}

/** Reads a key. Throws if it has another size. */
export function bytesOf(key: string): Buffer {
  const bytes = Buffer.from(key, "base64");
  if (bytes.length !== KEY_BYTES)
    throw new Error(`An encryption key needs ${KEY_BYTES} bytes in base64`);
  return bytes;
}

function nameOf({ owner, version }: Wrapping): Buffer {
  return Buffer.from(`${owner}/${version}`);
}
