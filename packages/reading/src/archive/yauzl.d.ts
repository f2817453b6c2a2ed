declare module "yauzl" {
  import type { Readable } from "node:stream";

  export type Entry = {
    fileName: Buffer;
    extraFields: { id: number; data: Buffer }[];
    generalPurposeBitFlag: number;
    compressedSize: number;
    uncompressedSize: number;
    isEncrypted(): boolean;
  };

  export type ZipFile = {
    entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  };

  export function fromBufferPromise(
    buffer: Buffer,
    options: { lazyEntries: true; autoClose: false; decodeStrings: false },
  ): Promise<ZipFile>;
}
