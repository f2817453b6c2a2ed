import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

import { type BytesPart, type Files, lendCopy } from "../files";
import type { DataKeys } from "./data-keys";
import { HEADER_BYTES, type Header, headerIn, isAt, type Place } from "./message";
import { framesOf, opened, whole } from "./open";
import { sealed } from "./seal";
import { WorkspaceKeyring } from "./workspace-keyring";

/** So much is encrypted while the storage still writes what came before, and decrypted while its reader is busy. */
const AHEAD_BYTES = 1024 * 1024;

/** Files that are encrypted before they reach their storage. Sizes and parts are those of the plain bytes. */
export type EncryptedFiles = Files & {
  /** Returns the version of the key of a file, 0 for one that is plain, and null if there is none or it stays plain. */
  versionOf(key: string): Promise<number | null>;
  /** Encrypts a file with the current key of its owner. Returns false if it is so already, is gone, or was changed meanwhile. */
  renew(key: string): Promise<boolean>;
};

type Given = {
  files: Files;
  keys: DataKeys;
  scratchDirectory: string;
  /** Returns the owner whose key encrypts a file. Null: it stays plain. */
  ownerOf(key: string): string | null;
  /** Returns the error for a file that does not open. An error of the keys stays as it is. */
  asDamaged(error: unknown): unknown;
};

/** Returns the same files, encrypted by the AWS Encryption SDK. Files that were plain before stay readable. */
export function createEncryptedFiles(given: Given): EncryptedFiles {
  const { files, keys, scratchDirectory, ownerOf, asDamaged } = given;
  const keyring = new WorkspaceKeyring(keys);

  function placeOf(key: string): Place | null {
    const workspace = ownerOf(key);
    return workspace === null
      ? null
      : { workspace, object: key, kind: key.slice(0, key.indexOf("/")) };
  }

  const encrypting = (content: Readable | [Uint8Array], place: Place): Readable =>
    Readable.from(sealed(each(content), place, keyring), {
      objectMode: false,
      highWaterMark: AHEAD_BYTES,
    });

  const write: Files["write"] = (key, content) => {
    const place = placeOf(key);
    if (!place) return files.write(key, content);
    return files.write(key, encrypting(content instanceof Readable ? content : [content], place));
  };

  async function read(key: string): Promise<Uint8Array> {
    const bytes = Buffer.from(await files.read(key));
    const header = headerIn(bytes);
    if (!header) return bytes;
    return buffer(
      explained(() => {
        mustBeAt(header, placeOf(key));
        return opened(each([bytes.subarray(header.bodyAt)]), header, whole, keyring);
      }),
    );
  }

  async function stream(key: string): Promise<Readable> {
    const { header, bytes } = await peek(await files.stream(key));
    if (!header) return bytes;
    return explained(async function* () {
      try {
        mustBeAt(header, placeOf(key));
        yield* opened(after(bytes, header.bodyAt), header, whole, keyring);
      } finally {
        bytes.destroy();
      }
    });
  }

  async function streamPart(key: string, part: BytesPart): Promise<Readable> {
    const header = placeOf(key) && (await headerOf(key));
    if (!header) return files.streamPart(key, part);
    return explained(async function* () {
      let isBegun = false;
      try {
        for await (const chunk of plainPart(key, header, part)) {
          isBegun = true;
          yield chunk;
        }
      } catch (error) {
        // A backfill may have encrypted the file again after its header was read.
        const now = isBegun ? null : await headerOf(key);
        if (!now || now.info.rawHeader.toString() === header.info.rawHeader.toString()) throw error;
        yield* plainPart(key, now, part);
      }
    });
  }

  async function headerOf(key: string): Promise<Header | null | undefined> {
    const beginning = await files.streamPart(key, { first: 0, last: HEADER_BYTES - 1 });
    return headerIn(await buffer(beginning));
  }

  async function* plainPart(key: string, header: Header, part: BytesPart) {
    mustBeAt(header, placeOf(key));
    const frames = await files.streamPart(key, framesOf(header, part));
    try {
      yield* opened(frames, header, part, keyring);
    } finally {
      frames.destroy();
    }
  }

  function explained(open: () => AsyncIterable<Buffer>): Readable {
    async function* chunks() {
      try {
        yield* open();
      } catch (error) {
        throw asDamaged(error);
      }
    }
    return Readable.from(chunks(), { objectMode: false, highWaterMark: AHEAD_BYTES });
  }

  async function versionOf(key: string): Promise<number | null> {
    if (!placeOf(key) || !(await files.exists(key))) return null;
    const { header, bytes } = await peek(await files.stream(key));
    bytes.destroy();
    return header?.version ?? 0;
  }

  return {
    ...files,
    write,
    read,
    stream,
    streamPart,
    versionOf,
    writeFrom: (key, path) => write(key, createReadStream(path, { highWaterMark: 1024 * 1024 })),
    replace: async (key, content, unchangedSince) => {
      const place = placeOf(key);
      return files.replace(key, place ? encrypting(content, place) : content, unchangedSince);
    },
    withCopy: (key, work) => lendCopy(scratchDirectory, () => stream(key), work),

    async renew(key) {
      const place = placeOf(key);
      const since = place && (await files.modifiedAt(key));
      if (!place || !since) return false;
      const { version } = await keys.current(place.workspace);
      if ((await versionOf(key)) === version) return false;
      return files.replace(key, encrypting(await stream(key), place), since);
    },
  };
}

function mustBeAt(header: Header, place: Place | null): void {
  if (!place || !isAt(header, place)) throw new Error("The file belongs to another place");
}

/** Reads the header of a file; `bytes` still has all of them. A null header: the file is plain. */
async function peek(stored: Readable): Promise<{ header: Header | null; bytes: Readable }> {
  let seen = Buffer.alloc(0);
  for await (const chunk of stored.iterator({ destroyOnReturn: false })) {
    seen = Buffer.concat([seen, chunk]);
    const header = headerIn(seen);
    if (header === undefined) continue;
    stored.unshift(seen);
    return { header, bytes: stored };
  }
  return { header: null, bytes: Readable.from([seen], { objectMode: false }) };
}

async function* each<Chunk>(chunks: AsyncIterable<Chunk> | Iterable<Chunk>): AsyncGenerator<Chunk> {
  yield* chunks;
}

/** Leaves out the first bytes of a stream. */
async function* after(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
