import type { Repositories } from "@besunny/db/database";

type Tools = Pick<Repositories, "members" | "projects" | "apiKeys">;

/** Returns the names of people, projects or keys that sums are of. */
export async function namesOf(
  { members, projects, apiKeys }: Tools,
  by: string,
  groups: readonly { key: string | null }[],
): Promise<Map<string, string>> {
  const ids = groups.flatMap(({ key }) => key ?? []);
  if (ids.length === 0) return new Map();
  if (by === "user") return named(await members.listPeople(ids));
  if (by === "project") return named(await projects.findMany(ids));
  if (by !== "key") return new Map();
  const keys = await Promise.all(ids.map((id) => apiKeys.find(id)));
  return named(keys.flatMap((key) => key ?? []));
}

function named(things: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(things.map(({ id, name }) => [id, name]));
}
