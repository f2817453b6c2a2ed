import { z } from "zod";

import { notFound } from "../errors";
import { projectId } from "../ids";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { actorIdsOf, DocumentHistoryEntry } from "./contract";
import { historyEntryOf } from "./history-entry-of";

/**
 * Lists the calls on a project that succeeded, newest first: operation, time and the actor's name. Throws `NOT_FOUND` for a person who may
 * not see the project.
 */
export const getProjectHistory = query("audit.get-project-history", {
  title: "Show the activity of a project",
  permission: "project.read",
  input: z.object({ id: projectId, ...paging }),
  output: pageOf(DocumentHistoryEntry),
  doors: ["web"],

  async handle({ audit, projects }, { id, limit, cursor }) {
    if (!(await projects.find(id))) notFound("Project", id);
    const filter = { subject: id, outcome: "ok" };
    const { items, nextCursor } = await audit.list(filter, { limit, cursor: cursor ?? undefined });
    const people = await audit.listActors(actorIdsOf(items));
    return { items: items.map((entry) => historyEntryOf(entry, people)), nextCursor };
  },
});
