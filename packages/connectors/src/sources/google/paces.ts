import type { Paces } from "../limiter";

/**
 * The quotas of projects that were made since May 2026, in units for a user and a minute. All projects have them from April 2027.
 * Sources: the pages "Usage limits" of each API, read in November 2026.
 */
export const googlePaces: Paces = {
  "google/drive": {
    account: { unitsPerSecond: 325_000 / 60, burst: 65_000 },
    app: { unitsPerSecond: 1_000_000 / 60, burst: 200_000 },
  },
  "google/gmail": { account: { unitsPerSecond: 6_000 / 60, burst: 1_000 } },
  "google/calendar": { account: { unitsPerSecond: 600 / 60, burst: 100 } },
};

/** The cost of each method, in units of its API. */
export const units = {
  drive: { list: 100, read: 5, download: 200, other: 5 },
  gmail: { profile: 1, list: 5, get: 20, history: 2, labels: 1, watch: 100 },
  calendar: { any: 1 },
} as const;
