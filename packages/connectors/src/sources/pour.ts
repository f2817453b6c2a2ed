import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

import { SourceFailure } from "./failures";
import type { Sink } from "./source";

/**
 * Streams a body into its place, and returns how many bytes it had. It rejects with `provider-down` if the body breaks off, or has another
 * size than the one that was announced.
 */
export async function pour(
  body: AsyncIterable<Uint8Array> | null,
  into: Sink,
  { size, signal }: { size: number | null; signal: AbortSignal },
): Promise<number> {
  let count = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.byteLength;
      done(null, chunk);
    },
  });
  const from = Readable.from(body ?? []);
  try {
    await pipeline(from, counting, into.open(), { signal });
  } catch {
    signal.throwIfAborted();
    throw new SourceFailure("provider-down", "The transfer broke off.", {});
  }
  if (size !== null && count !== size) {
    const words = `The transfer had ${count} bytes in place of ${size}.`;
    throw new SourceFailure("provider-down", words, {});
  }
  return count;
}

/** The size that an answer announces. Null if it announces none, or that of its packed bytes. */
export function lengthOf(headers: Headers): number | null {
  const length = headers.get("content-length");
  return length && !headers.get("content-encoding") ? Number(length) : null;
}
