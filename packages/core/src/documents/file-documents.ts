import { z } from "zod";
import { manyDocumentIds, projectId } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { matchingDocuments } from "./contract/chosen-documents";
import { fileInProject } from "./contract/file-in-project";
import { labelPlace } from "./contract/label-places";

/**
 * Adds documents to a project or removes them, which changes at once who may see them. A document and its attachments have the same
 * projects: a mail goes with its attachments, and an attachment with its mail. Returns the ids of all of these documents.
 */
export const fileDocuments = command("documents.file-documents", {
  title: "Add documents to a project or take them out",
  permission: "document.file",
  input: z.object({
    projectId,
    add: manyDocumentIds.optional(),
    /** Adds all that match; those that the caller may only read are left out. */
    addMatching: matchingDocuments.optional(),
    remove: manyDocumentIds.optional(),
    /** True if the caller has seen that this opens documents to the whole workspace. */
    isConfirmed: z.boolean().default(false),
    place: labelPlace,
  }),
  output: ofIds,
  doors: ["web", "rest"],

  timeoutSeconds: 120,

  handle: (tools, given) => fileInProject(tools, given),
});
