import type { Repositories } from "@besunny/db/database";
import { z } from "zod";

import { projectRoles, roles } from "../../access/actions";
import type { Person } from "../../access/actor";
import { principals } from "../../access/policy";

type Row = Awaited<ReturnType<Repositories["memberRights"]["list"]>>[number];

/** Returns a member as the person for whom an automation works: it may do what they may do today, and sees no more. */
export function ownerOf({ userId, name, role, projects, groups, standing }: Row): Person {
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
    ...((standing === "restricted" || standing === "cancelled") && { isReadOnly: true }),
    via: { kind: "session", id: "automation" },
  };
}

/** Returns the members with their principals, by id: who may see which document. */
export async function peopleOf({
  memberRights,
}: Pick<Repositories, "memberRights">): Promise<
  Map<
    string,
    { id: string; name: string; role: string; principals: readonly string[]; leads: string[] }
  >
> {
  const rows = await memberRights.list();
  return new Map(
    rows.map((row) => {
      const person = ownerOf(row);
      const leads = person.projects.filter(({ role }) => role === "lead").map(({ id }) => id);
      const { id, name, role } = person;
      return [id, { id, name, role, principals: principals(person), leads }];
    }),
  );
}

/** Returns a member as an owner; null for somebody who has left. */
export async function findOwner(
  { memberRights }: Pick<Repositories, "memberRights">,
  userId: string | null,
): Promise<Person | null> {
  const [row] = userId === null ? [] : await memberRights.list([userId]);
  return row ? ownerOf(row) : null;
}
