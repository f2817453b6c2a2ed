import type { Repositories } from "@besunny/db/database";

import type { Person } from "../../access/actor";
import type { PlanWorld } from "../actions/action";
import { peopleOf } from "./owner";
import { type Surroundings, surroundingsOf, type WorldTools } from "./world";

/** Returns the world that the actions of an owner plan in, and what a workspace has. */
export async function planWorldOf(
  tools: WorldTools & Pick<Repositories, "memberRights">,
  actor: Person,
  now: Date,
): Promise<{ world: PlanWorld; surroundings: Surroundings }> {
  const surroundings = await surroundingsOf(tools, actor);
  return {
    surroundings,
    world: {
      actor,
      now,
      types: new Set(surroundings.types),
      projects: new Map(surroundings.projects.map((project) => [project.id, project])),
      people: await peopleOf(tools),
      endpoints: new Map(surroundings.endpoints.map((endpoint) => [endpoint.id, endpoint])),
    },
  };
}
