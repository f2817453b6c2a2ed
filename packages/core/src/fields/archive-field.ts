import { z } from "zod";

import { fieldId } from "../ids";
import { command } from "../operation/command";
import { CustomField } from "./contract/custom-field";
import { findField } from "./contract/find-field";

/** Takes a field out of all screens and queries, or brings it back. The values on documents are kept. */
export const archiveField = command("fields.archive-field", {
  title: "Archive or restore a custom field",
  permission: "field.manage",
  input: z.object({ id: fieldId, isArchived: z.boolean() }),
  output: CustomField,
  doors: ["web", "rest"],

  async handle(tools, { id, isArchived }) {
    const { customFields, fieldValues, documents, clock, changed } = tools;
    const field = await findField(tools, id);
    if ((field.archivedAt !== null) === isArchived) return field;
    await customFields.change(id, { archivedAt: isArchived ? clock() : null });
    await documents.updateMany(await fieldValues.documentsWith(id), {});
    changed({ subject: id, before: { isArchived: !isArchived }, after: { isArchived } });
    return findField(tools, id);
  },
});
