/** A place beside the files where ends of audit logs are kept. What was written there is not written again. */
export type AnchorPlace = {
  /** The name for people: `bucket audit`. */
  name: string;
  /** True if the same anchor may be given to it any number of times. */
  keepsOnce: boolean;
  keep(key: string, bytes: Uint8Array): Promise<void>;
  /** Every anchor below a folder. Empty for a place that only receives. */
  list(folder: string): Promise<{ key: string; bytes: Uint8Array }[]>;
};
