import { Readable } from "node:stream";

/** Returns a text as bytes, whose first part was read already. */
export function textOf(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  async function* all() {
    if (!first.done) yield Buffer.from(first.value);
    for await (const text of rest) yield Buffer.from(text);
  }
  return Readable.toWeb(Readable.from(all())) as ReadableStream<Uint8Array>;
}
