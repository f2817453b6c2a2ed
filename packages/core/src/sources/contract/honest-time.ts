import type { QuotaHint } from "@besunny/connectors/sources/source";

/** Returns the seconds that fetching takes by the pace of the provider, and reading by the speed measured here; null where nothing was measured yet. */
export function honestTime(
  files: number,
  { fetchesPerMinute }: QuotaHint,
  { secondsPerDocument }: { secondsPerDocument: number | null },
): { fetching: number; reading: number | null } {
  return {
    fetching: Math.ceil((files / Math.max(1, fetchesPerMinute)) * 60),
    reading: secondsPerDocument === null ? null : Math.ceil(files * secondsPerDocument),
  };
}
