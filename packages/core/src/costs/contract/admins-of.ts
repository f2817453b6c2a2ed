import type { Repositories } from "@besunny/db/database";

/** Returns the ids of the owners and admins of a workspace. */
export async function adminsOf(members: Pick<Repositories["members"], "list">): Promise<string[]> {
  const all = await members.list();
  return all.filter(({ role }) => role === "owner" || role === "admin").map(({ userId }) => userId);
}
