/**
 * Returns the connection string for sessions that run in UTC with these settings, whatever the server, the database or the role prefers. UTC
 * is needed because the client reads and writes instants as the wall clock of its session. Options of the string itself are kept.
 */
export function inUtc(
  connectionString: string,
  settings: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(connectionString);
  const asked = url.searchParams.get("options");
  // pg lets the string's own options win over any given beside it. Of two settings of one name the later one counts.
  const own = Object.entries({ ...settings, timezone: "UTC" }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  url.searchParams.set("options", [...(asked ? [asked] : []), ...own].join(" "));
  return url.toString();
}
