declare module "libarchive.js/dist/libarchive-node.mjs" {
  export type ArchiveEntry = { path: string; type: string; size: number };

  export type ExtractedEntry = ArchiveEntry & { fileData?: ArrayBuffer };

  /**
   * The worker behind an archive. The library's own methods sort files into an object by the names in the archive, where a name such as
   * `__proto__` would change all objects of the process.
   */
  export type ArchiveWorker = {
    listFiles(): Promise<ArchiveEntry[]>;
    extractFiles(): Promise<ExtractedEntry[]>;
    extractSingleFile(path: string): Promise<ExtractedEntry>;
    hasEncryptedData(): Promise<boolean | null>;
  };

  type ArchiveReader = { client: ArchiveWorker; close(): Promise<void> };

  type Written = {
    files: { file: File; pathname: string }[];
    outputFileName: string;
    format: string;
    compression: string;
    passphrase: string | null;
  };

  export const Archive: {
    open(file: Blob): Promise<ArchiveReader>;
    write(archive: Written): Promise<File>;
  };
  export const ArchiveFormat: { USTAR: string };
  export const ArchiveCompression: { BZIP2: string; XZ: string };
}
