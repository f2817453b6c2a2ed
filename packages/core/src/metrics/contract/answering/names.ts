import type { Repositories } from "@besunny/db/database";

/** Returns the names of what a dimension's keys stand for, as far as they have names. */
export type NamesOf = (
  dimension: string,
  keys: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

type Tools = Pick<Repositories, "members" | "projects" | "apiKeys" | "groups" | "documents">;

/** Returns names as people of a workspace see them. Documents have titles only for those who may see them. */
export function namesInWorkspace({
  members,
  projects,
  apiKeys,
  groups,
  documents,
}: Tools): NamesOf {
  return async (dimension, keys) => {
    const ids = [...new Set(keys)];
    if (ids.length === 0) return new Map();
    if (dimension === "person") return named(await members.listPeople(ids));
    if (dimension === "project") return named(await projects.findMany(ids));
    if (dimension === "group") return named(await groups.list());
    if (dimension === "key") {
      const keysFound = await Promise.all(ids.map((id) => apiKeys.find(id)));
      return named(keysFound.flatMap((key) => key ?? []));
    }
    if (dimension === "document")
      return new Map((await documents.findMany(ids)).map(({ id, title }) => [id, title]));
    return new Map();
  };
}

/** Returns names as platform admins see them: those of workspaces, projects and people. */
export function namesAcross(of: (ids: readonly string[]) => Promise<Map<string, string>>): NamesOf {
  return async (dimension, keys) =>
    ["workspace", "project", "person"].includes(dimension) ? of(keys) : new Map();
}

function named(things: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(things.map(({ id, name }) => [id, name]));
}
