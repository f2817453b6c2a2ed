/**
 * What a connection of the engine begins with, beside what the connection string asks for: pg lets the string's own
 * `options` win over any given beside it, so both are joined here. The later of two settings of one name counts.
 */
export function withSettings(
  connectionString: string,
  settings: Readonly<Record<string, string>>,
): { connectionString: string } {
  const url = new URL(connectionString);
  const asked = url.searchParams.get("options");
  const own = Object.entries({ ...settings, timezone: "UTC" }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  url.searchParams.set("options", [...(asked ? [asked] : []), ...own].join(" "));
  return { connectionString: url.toString() };
}
