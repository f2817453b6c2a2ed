import { z } from "zod";
import { projectRoles, roles } from "../../access/actions";
import type { Person } from "../../access/actor";

type Member = {
  userId: string;
  name: string;
  role: string;
  projects: readonly { id: string; role: string }[];
  groups: readonly string[];
};

/** Returns a member as the person for whom a schedule works, so that the work sees no more than they do. */
export function personToTell({ userId, name, role, projects, groups }: Member): Person {
  return {
    kind: "user",
    id: userId,
    name,
    role: z.enum(roles).parse(role),
    projects: projects.map((project) => ({
      id: project.id,
      role: z.enum(projectRoles).parse(project.role),
    })),
    groups,
    via: { kind: "session", id: "schedule" },
  };
}
