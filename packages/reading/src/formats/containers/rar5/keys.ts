import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { encrypted } from "../../../contract/refusals";
import { type Reader, readNumber } from "./blocks";

/** The encryption of a file or of the headers. `check` proves the password; absent in some files. */
export type Encryption = { rounds: number; salt: Buffer; vector: Buffer; check: Buffer | null };

const mostRounds = 24;

/** Reads an encryption record of a file, or with `hasVector` false the one of the headers. */
export function readEncryption(content: Buffer, { hasVector }: { hasVector: boolean }): Encryption {
  const reader: Reader = { bytes: content, at: 0 };
  if (readNumber(reader) !== 0) throw new Error("The encryption is of an unknown version.");
  const flags = readNumber(reader);
  const rounds = content.readUInt8(reader.at);
  if (rounds > mostRounds) throw new Error("The key takes too long to make.");
  const take = (length: number) => {
    reader.at += length;
    return content.subarray(reader.at - length, reader.at);
  };
  take(1);
  const salt = take(16);
  const vector = hasVector ? take(16) : Buffer.alloc(16);
  return { rounds, salt, vector, check: flags & 1 ? take(8) : null };
}

/** Makes keys of a password, each once. Throws `ENCRYPTED` if a check shows that the password is wrong. */
export function createKeys(password: string): (encryption: Encryption) => Buffer {
  const known = new Map<string, Buffer>();
  const derived = (salt: Buffer, rounds: number) =>
    pbkdf2Sync(password, salt, rounds, 32, "sha256");
  return ({ rounds, salt, check }) => {
    const name = `${salt.toString("hex")}/${rounds}`;
    const found = known.get(name);
    if (found) return found;
    if (check && !check.equals(folded(derived(salt, 2 ** rounds + 32))))
      throw encrypted("The archive");
    const key = derived(salt, 2 ** rounds);
    known.set(name, key);
    return key;
  };
}

function folded(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(8);
  for (const [index, byte] of bytes.entries()) sum[index % 8] = (sum[index % 8] ?? 0) ^ byte;
  return sum;
}

export function decrypted(bytes: Buffer, key: Buffer, vector: Buffer): Buffer {
  const cipher = createDecipheriv("aes-256-cbc", key, vector);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes.subarray(0, bytes.length & ~15)), cipher.final()]);
}
