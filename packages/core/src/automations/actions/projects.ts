import { z } from "zod";

import { accessOf } from "../../access/document-access";
import { mayDo } from "../../access/rights";
import { fileDocuments } from "../../documents/file-documents";
import { projectId } from "../../ids";
import { type AutomationAction, action, type Change, changeOf, textOf } from "./action";
import { refusedTo } from "./may";

const input = z.object({ projectId });

export const addToProject = projectAction("add-to-project");
export const removeFromProject = projectAction("remove-from-project");

function projectAction(name: "add-to-project" | "remove-from-project"): AutomationAction {
  const isAdding = name === "add-to-project";
  return action({
    name,
    field: "projects",
    input,
    isReversible: true,
    names: ({ projectId: id }) => [{ kind: "project", id, path: ["projectId"] }],
    words: ({ projectId: id }, { nameOf }) => ({ project: nameOf(id) }),

    plan(world, subject, { projectId: id }) {
      const refused = refusedTo(world, subject, "document.file");
      if (refused) return refused;
      const project = world.projects.get(id);
      if (!project || project.isArchived)
        return { kind: "refused", because: "The project is gone, or its owner does not see it." };
      const filedIn = [{ id, isRestricted: project.isRestricted }];
      if (!mayDo(world.actor, "document.file", { filedIn }))
        return { kind: "refused", because: `${world.actor.name} may not change ${project.name}.` };
      const { document } = subject;
      const before = document.filedIn.map((each) => each.name).toSorted();
      const others = document.filedIn.filter((each) => each.id !== id).map((each) => each.name);
      if (!isAdding && opensUp(document.filedIn, id))
        return {
          kind: "refused",
          because: "Everybody in the workspace would see it. A person has to do this.",
        };
      return changeOf(
        {
          action: name,
          documentId: document.id,
          field: "projects",
          before,
          after: (isAdding ? [...others, project.name] : others).toSorted(),
          with: { projectId: id },
        },
        isAdding ? "It is in the project already." : "It is not in the project.",
      );
    },
    foresee: ({ projects }, { document, record }, change) => {
      const id = textOf(change.with?.projectId);
      const added = projects.get(id);
      const without = ({ id: each }: { id: string }) => each !== id;
      const filedIn = document.filedIn.filter(without);
      const shown = document.projects.filter(without);
      if (isAdding && added) {
        filedIn.push(added);
        shown.push(added);
      }
      const sharedWith = document.access.filter((each) => /^(usr|grp|lnk)_/.test(each));
      const access = accessOf({ ...document, filedIn, sharedWith });
      return {
        document: { ...document, filedIn, projects: shown, access },
        record: { ...record, doc: { ...record.doc, projects: shown.map((each) => each.id) } },
      };
    },
    perform: (caller, change) => move(caller, change, isAdding),
    undo: (caller, change) => move(caller, change, !isAdding),
  });
}

/** Returns whether a document in restricted projects alone would be left in none of them. */
function opensUp(filedIn: readonly { id: string; isRestricted: boolean }[], id: string): boolean {
  const isHidden = filedIn.length > 0 && filedIn.every((each) => each.isRestricted);
  return isHidden && filedIn.every((each) => each.id === id);
}

type Calls = Parameters<typeof fileDocuments>[0];

async function move(caller: Calls, change: Change, isAdding: boolean): Promise<void> {
  const ids = [change.documentId];
  await fileDocuments(caller, {
    projectId: textOf(change.with?.projectId),
    ...(isAdding ? { add: ids } : { remove: ids }),
    place: "api",
  });
}
