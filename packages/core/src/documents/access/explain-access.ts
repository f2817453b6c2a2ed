import { z } from "zod";

import { roles } from "../../access/actions";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { idIn } from "../../shapes";
import { reasonKinds, reasonsOf } from "./reasons-of";

/** A reason why a person sees a document. A project that the caller does not see has no name. */
const Reason = z.object({
  kind: z.enum(reasonKinds),
  project: z.object({ id: idIn("prj"), name: z.string() }).nullable(),
  group: z.object({ id: idIn("grp"), name: z.string() }).nullable(),
});

/** The people who see a document, with the reasons. */
export const Access = z.object({
  isOpen: z.boolean().meta({ description: "True if every member of the workspace sees it" }),
  people: z.array(
    z.object({
      id: idIn("usr"),
      name: z.string(),
      role: z.enum(roles),
      reasons: z.array(Reason),
    }),
  ),
});

/** Returns the members of the workspace who see a document, each with the reasons. */
export const explainAccess = query("documents.explain-access", {
  title: "See who can see a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: Access,
  doors: ["web"],

  async handle({ documents, groups, members, projects }, { id }) {
    const { access, uploadedById } = (await documents.find(id)) ?? notFound("Document", id);
    const projectIds = access.filter((principal) => principal.startsWith("prj_"));
    const known = new Map(
      (await projects.findMany(projectIds)).map((project) => [project.id, project]),
    );
    const inProjects = new Map<string, string[]>();
    for (const projectId of projectIds)
      for (const { userId } of await projects.listMembers(projectId))
        inProjects.set(userId, [...(inProjects.get(userId) ?? []), projectId]);

    const isShared = access.some((principal) => principal.startsWith("grp_"));
    const shared = isShared
      ? (await groups.list()).filter((group) => access.includes(group.id))
      : [];

    const people = (await members.list()).flatMap(({ userId, role: given, user }) => {
      const role = z.enum(roles).parse(given);
      const own = shared.filter((group) => group.members.some((each) => each.userId === userId));
      const reasons = reasonsOf(
        { access, uploadedById },
        {
          userId,
          role,
          projectIds: inProjects.get(userId) ?? [],
          groupIds: own.map((group) => group.id),
        },
      ).map(({ kind, projectId, groupId }) => {
        const project = projectId ? known.get(projectId) : undefined;
        const group = own.find((each) => each.id === groupId);
        return {
          kind,
          project: project ? { id: project.id, name: project.name } : null,
          group: group ? { id: group.id, name: group.name } : null,
        };
      });
      return reasons.length > 0 ? [{ id: userId, name: user.name, role, reasons }] : [];
    });
    return { isOpen: access.includes("ws"), people };
  },
});
