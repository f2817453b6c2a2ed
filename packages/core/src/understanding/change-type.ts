import { z } from "zod";

import { invalidInput } from "../errors";
import { documentsChanged } from "../events";
import { command } from "../operation/command";
import { DocumentType, findType, mustBeFree, typeFields } from "./contract/document-types";

/**
 * Changes a type of the workspace's own, or hides a type or offers it again. Documents and labels follow a new name. Documents keep a type
 * that is hidden.
 */
export const changeType = command("understanding.change-type", {
  title: "Change, hide or show a document type",
  permission: "type.manage",
  input: z.object({
    name: z.string().max(60),
    newName: typeFields.shape.name.optional(),
    definition: typeFields.shape.definition.optional(),
    examples: typeFields.shape.examples.optional(),
    synonyms: typeFields.shape.synonyms.optional(),
    isOnlySuggested: z.boolean().optional(),
    isHidden: z.boolean().optional(),
  }),
  output: DocumentType,
  doors: ["web"],
  audit: { subjects: (_output, { name }) => [name] },
  timeoutSeconds: 600,

  async handle(tools, { name, newName = name, isHidden, ...fields }) {
    const { documentTypes, documents, labels, actor, clock, workspaceId, emit, changed } = tools;
    await documentTypes.lock();
    const rows = await documentTypes.list();
    const type = findType(rows, name);
    if (!type.isOwn && (newName !== name || fields.definition || fields.examples))
      invalidInput("A standard type keeps its name, definition and examples");
    mustBeFree(rows, newName, name);

    const after = {
      name: newName,
      definition: fields.definition ?? type.definition,
      examples: fields.examples ?? type.examples,
      synonyms: fields.synonyms ?? type.synonyms,
      isOnlySuggested: fields.isOnlySuggested ?? type.isOnlySuggested,
      isHidden: isHidden ?? type.isHidden,
    };
    const { isHidden: hides, ...described } = after;
    const hiddenAt = hides ? clock() : null;
    const createdById = actor.kind === "user" ? actor.id : null;
    if (type.id !== null) await documentTypes.update(type.id, { ...described, hiddenAt });
    else if (hides || after.isOnlySuggested || after.synonyms.length > 0)
      await documentTypes.create({ ...described, isOwn: false, hiddenAt, createdById });
    if (newName !== name) {
      await labels.replaceValue("type", name, newName);
      const range = await documents.renameType(name, newName);
      if (range) emit(documentsChanged.of({ workspaceId, ...range }));
    }
    const { id: _id, isOwn: _isOwn, ...before } = type;
    changed({
      subject: name,
      before,
      after,
    });
    return { ...type, ...after };
  },
});
