import { z } from "zod";

import { conflict, notFound } from "../errors";
import { documentChanged } from "../events";
import { command } from "../operation";
import { accessOf } from "./access";
import { documentIds, projectId } from "./document";

/** Files documents to a project or takes them out; who may see them follows at once. */
export const fileDocuments = command({
  action: "document.file",
  input: z.object({
    projectId,
    add: documentIds.optional(),
    remove: documentIds.optional(),
  }),

  async run({ documents, projects, workspaceId, emit }, { projectId: id, add = [], remove = [] }) {
    const project = (await projects.find(id)) ?? notFound("Project", id);
    if (project.archivedAt)
      conflict(`The project ${project.name} is archived`, "Restore it first.");
    const chosen = await documents.findMany([...add, ...remove]);

    for (const document of chosen) {
      if (add.includes(document.id)) await documents.addToProject(document.id, id);
      else await documents.removeFromProject(document.id, id);
      const filed = await documents.find(document.id);
      if (!filed) continue;
      await documents.update(document.id, { access: accessOf(filed) });
      emit(documentChanged.of({ workspaceId, documentId: document.id }));
    }
    return { ids: chosen.map((document) => document.id) };
  },
});
