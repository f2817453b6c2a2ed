import type { Repositories } from "@besunny/db/database";
import type { Actor } from "../access/actor";
import { mustContribute } from "../access/rights";
import { conflict, notFound } from "../errors";

type Tools = Pick<Repositories, "projects"> & { actor: Actor };

/** A project that whoever asks may file documents in, or take them out of. Throws where it is not to be seen, archived, or theirs to read only. */
export async function projectToFileIn({ projects, actor }: Tools, projectId: string) {
  const project = (await projects.find(projectId)) ?? notFound("Project", projectId);
  const { id, name, isRestricted, archivedAt } = project;
  if (archivedAt) conflict(`The project ${name} is archived`, "Restore it first.");
  mustContribute(actor, project);
  return { id, name, isRestricted };
}
