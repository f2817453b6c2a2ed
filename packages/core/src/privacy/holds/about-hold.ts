import type { Repositories } from "@besunny/db/database";
import type { StoredHold } from "@besunny/db/privacy/legal-holds";

/** Returns the name of the project or person of a hold, or its query. */
export async function aboutHold(
  { projects, members, entities }: Pick<Repositories, "projects" | "members" | "entities">,
  { projectId, userId, entityId, query }: StoredHold,
): Promise<string> {
  if (projectId) return (await projects.find(projectId))?.name ?? projectId;
  if (userId) return (await members.find(userId))?.user.name ?? userId;
  if (entityId) return (await entities.find(entityId))?.name ?? entityId;
  return query ?? "";
}
