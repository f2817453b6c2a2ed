import type { Paces } from "./limiter";

/**
 * Dropbox names no numbers and mail servers have none, so these are modest. A server that refuses all the same says how long to wait.
 */
export const otherPaces: Paces = {
  dropbox: { account: { unitsPerSecond: 10, burst: 40 } },
  imap: { account: { unitsPerSecond: 10, burst: 40 } },
};
