import { conflict } from "../errors";
import { command } from "../operation/command";
import {
  DocumentType,
  MOST_OWN_TYPES,
  mustBeFree,
  ownType,
  typeFields,
} from "./contract/document-types";

/** Adds a type of the workspace's own. Documents that are understood from then on can get it, without training. */
export const createType = command("understanding.create-type", {
  title: "Add a document type",
  permission: "type.manage",
  input: typeFields.extend({
    examples: typeFields.shape.examples.default([]),
    synonyms: typeFields.shape.synonyms.default([]),
    isOnlySuggested: typeFields.shape.isOnlySuggested.default(false),
  }),
  output: DocumentType,
  doors: ["web"],
  audit: { subjects: (_output, { name }) => [name] },

  async handle({ documentTypes, actor, changed }, fields) {
    await documentTypes.lock();
    const rows = await documentTypes.list();
    mustBeFree(rows, fields.name);
    if (rows.filter(({ isOwn }) => isOwn).length >= MOST_OWN_TYPES)
      conflict(`A workspace may have ${MOST_OWN_TYPES} types of its own`, "Remove one first.");
    const created = await documentTypes.create({
      ...fields,
      isOwn: true,
      hiddenAt: null,
      createdById: actor.kind === "user" ? actor.id : null,
    });
    changed({ subject: created.name, before: { definition: null }, after: { ...fields } });
    return ownType(created);
  },
});
