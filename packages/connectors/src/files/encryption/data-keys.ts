/** A key that encrypts the files of one owner: 32 bytes, and the number of its version. */
export type DataKey = { version: number; bytes: Uint8Array };

/** The keys of files. An owner is a workspace, or BeSunny itself. */
export type DataKeys = {
  /** Returns the key for new files. The first call for an owner makes it. */
  current(owner: string): Promise<DataKey>;
  /** Rejects when there is no such key, or when it was destroyed. */
  find(owner: string, version: number): Promise<DataKey>;
};
