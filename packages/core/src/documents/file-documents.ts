import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentIds, projectId } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { refileFamilies } from "./contract/write-access";
import { projectToFileIn } from "./project-to-file-in";

/**
 * Files documents to a project or takes them out; who may see them follows at once. What came in one file is filed as one: a mail goes with
 * its attachments, and an attachment with its mail. Gives the ids of all that was refiled.
 */
export const fileDocuments = command("documents.file-documents", {
  title: "Add documents to a project or take them out",
  permission: "document.file",
  input: z.object({
    projectId,
    add: documentIds.optional(),
    remove: documentIds.optional(),
    /** Whoever asks has seen that this opens documents to the whole workspace. */
    isConfirmed: z.boolean().default(false),
  }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle(tools, { projectId: id, add = [], remove = [], isConfirmed }) {
    const { documents, filing, actor } = tools;
    await filing.holdProjects([id]);
    const project = await projectToFileIn(tools, id);

    const seen = (await documents.findMany([...add, ...remove])).map((document) => document.id);
    const families = await filing.lockFamilies(seen);
    mustBeAllowed(actor, "document.file", families);
    const refilings = families.map((family) => {
      const isAdded = family.memberIds.some((each) => add.includes(each));
      const others = family.filedIn.filter((filed) => filed.id !== id);
      return { family, isAdded, filedIn: isAdded ? [...others, project] : others };
    });
    for (const { family, isAdded } of refilings)
      await (isAdded ? filing.add(family.memberIds, id) : filing.remove(family.memberIds, id));
    return { ids: await refileFamilies(tools, refilings, { isConfirmed }) };
  },
});
