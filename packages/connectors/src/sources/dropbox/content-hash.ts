import { createHash, type Hash } from "node:crypto";

const BLOCK = 4 * 1024 * 1024;

/** The hash that Dropbox documents: SHA-256 over the SHA-256 of each block of 4 MB. It takes bytes in pieces of any size. */
export function createContentHash(): { update(bytes: Uint8Array): void; digest(): string } {
  const whole = createHash("sha256");
  let block: Hash = createHash("sha256");
  let filled = 0;
  const end = () => {
    whole.update(block.digest());
    block = createHash("sha256");
    filled = 0;
  };
  return {
    update(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + BLOCK - filled);
        block.update(part);
        at += part.length;
        filled += part.length;
        if (filled === BLOCK) end();
      }
    },
    digest() {
      if (filled > 0) end();
      return whole.digest("hex");
    },
  };
}

/** Passes bytes on, and hashes them. */
export async function* hashing(
  body: AsyncIterable<Uint8Array> | null,
  hash: ReturnType<typeof createContentHash>,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of body ?? []) {
    hash.update(bytes);
    yield bytes;
  }
}
