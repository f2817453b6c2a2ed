import { z } from "zod";

import { conflict } from "../errors";
import { fieldId } from "../ids";
import { command } from "../operation/command";
import { CustomField, currencyCode, fieldName } from "./contract/custom-field";
import { fieldKey } from "./contract/field-key";
import { findField } from "./contract/find-field";

/** Renames a field, or changes the currency of amounts that are given without one. Its kind stays. Throws `CONFLICT` for a name that is taken. */
export const changeField = command("fields.change-field", {
  title: "Change a custom field",
  permission: "field.manage",
  input: z.object({
    id: fieldId,
    name: fieldName.optional(),
    currency: currencyCode.nullable().optional(),
  }),
  output: CustomField,
  doors: ["web", "rest"],

  async handle(tools, { id, name, currency }) {
    const { customFields, fieldValues, documents, changed } = tools;
    await customFields.lock();
    const field = await findField(tools, id);
    const next = {
      name: name ?? field.name,
      currency: field.kind === "amount" && currency !== undefined ? currency : field.currency,
    };
    if (next.name === field.name && next.currency === field.currency) return field;
    const key = fieldKey(next.name);
    const other = await customFields.findByKey(key);
    if (other && other.id !== id)
      conflict(`There is a field “${other.name}” already`, "Give another name.");
    await customFields.change(id, { ...next, key });
    if (next.name !== field.name)
      await documents.updateMany(await fieldValues.documentsWith(id), {});
    const { name: before, currency: currencyBefore } = field;
    changed({ subject: id, before: { name: before, currency: currencyBefore }, after: next });
    return findField(tools, id);
  },
});
