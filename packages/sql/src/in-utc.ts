/**
 * The same connection string for sessions that run in UTC, whatever the server, the database or the role prefers: the
 * client reads and writes instants as the wall clock of its session, so another zone there would move every one of them.
 */
export function inUtc(connectionString: string): string {
  const url = new URL(connectionString);
  const asked = url.searchParams.get("options");
  // Of two settings of one name the later one counts.
  url.searchParams.set("options", `${asked ? `${asked} ` : ""}-c timezone=UTC`);
  return url.toString();
}
