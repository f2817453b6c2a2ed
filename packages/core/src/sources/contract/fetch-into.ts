import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { SourceFailure } from "@besunny/connectors/sources/failures";
import type { Fetched, Sink } from "@besunny/connectors/sources/source";

import type { Tools } from "../../context";

/** Bytes that are in storage, weighed while they passed. */
export type Stored = Fetched & { contentHash: string };

/**
 * Lets an adapter write into storage, without ever holding the bytes whole. Removes what was written if the adapter fails. Rejects if more bytes
 * come than may be read.
 */
export async function fetchInto(
  files: Tools["files"],
  { key, mostBytes }: { key: string; mostBytes: number },
  fetch: (into: Sink) => Promise<Fetched>,
): Promise<Stored> {
  const hash = createHash("sha256");
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size <= mostBytes) done(null, chunk);
      else done(new SourceFailure("not-fetchable", "It is too large.", { skip: "too-large" }));
    },
  });
  let writing: Promise<void> | null = null;
  const into: Sink = {
    open() {
      writing ??= files.write(key, through);
      writing.catch((error: unknown) =>
        through.destroy(error instanceof Error ? error : undefined),
      );
      return through;
    },
  };
  try {
    const fetched = await fetch(into);
    if (!through.writableEnded) through.end();
    await (writing ?? files.write(key, through));
    return { ...fetched, size, contentHash: hash.digest("hex") };
  } catch (error) {
    const why = through.errored;
    through.destroy();
    await (writing ?? Promise.resolve()).catch(() => undefined);
    await files.remove(key);
    throw why instanceof SourceFailure ? why : error;
  }
}
