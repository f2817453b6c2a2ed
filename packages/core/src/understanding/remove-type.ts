import { z } from "zod";

import { AppError, invalidInput } from "../errors";
import { documentsChanged } from "../events";
import { command } from "../operation/command";
import { count } from "../shapes";
import { findType } from "./contract/document-types";

/**
 * Removes a type of the workspace's own. Documents that have it need review then, and its labels are withdrawn. Throws `CONFIRMATION_NEEDED`
 * with their number until the caller confirms.
 */
export const removeType = command("understanding.remove-type", {
  title: "Remove a document type",
  permission: "type.manage",
  input: z.object({ name: z.string().max(60), isConfirmed: z.boolean().default(false) }),
  output: z.object({ documentCount: count }),
  doors: ["web"],
  audit: { subjects: (_output, { name }) => [name] },
  timeoutSeconds: 600,

  async handle(tools, { name, isConfirmed }) {
    const { documentTypes, documents, labels, clock, workspaceId, emit, changed } = tools;
    await documentTypes.lock();
    const type = findType(await documentTypes.list(), name);
    if (type.id === null || !type.isOwn)
      invalidInput("A standard type cannot be removed: hide it instead");
    const documentCount = (await documents.countByType()).get(name) ?? 0;
    if (documentCount > 0 && !isConfirmed)
      throw new AppError(
        "CONFIRMATION_NEEDED",
        documentCount === 1
          ? `1 document is of the type ${name}`
          : `${documentCount} documents are of the type ${name}`,
        { hint: "They will need review. Send the same again with isConfirmed to go on." },
      );
    await documentTypes.remove(type.id);
    await labels.withdrawValue("type", name, clock());
    const range = await documents.removeType(name);
    if (range) emit(documentsChanged.of({ workspaceId, ...range }));
    changed({
      subject: name,
      before: { definition: type.definition },
      after: { definition: null },
    });
    return { documentCount };
  },
});
