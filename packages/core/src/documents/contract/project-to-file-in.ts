import type { Repositories } from "@besunny/db/database";
import type { Actor } from "../../access/actor";
import { mustContribute } from "../../access/rights";
import { conflict, notFound } from "../../errors";

type Tools = Pick<Repositories, "projects"> & { actor: Actor };

/**
 * Returns a project that the actor may add documents to and remove documents from. Throws `NOT_FOUND` for a project that the actor may not
 * see, `CONFLICT` for an archived one, and `FORBIDDEN` for readers.
 */
export async function projectToFileIn({ projects, actor }: Tools, projectId: string) {
  const project = (await projects.find(projectId)) ?? notFound("Project", projectId);
  const { id, name, isRestricted, archivedAt } = project;
  if (archivedAt) conflict(`The project ${name} is archived`, "Restore it first.");
  mustContribute(actor, project);
  return { id, name, isRestricted };
}
