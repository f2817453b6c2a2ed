import { z } from "zod";

import { conflict } from "../errors";
import { command } from "../operation/command";
import {
  CustomField,
  currencyCode,
  fieldName,
  MOST_FIELDS,
  optionName,
} from "./contract/custom-field";
import { customFieldKinds } from "./contract/custom-field-kinds";
import { fieldKey } from "./contract/field-key";
import { findField } from "./contract/find-field";

/** The most values that one call takes. */
const MOST_GIVEN = 5000;

/** Adds a field to the documents of the workspace. Throws `CONFLICT` if another field has its name. */
export const createField = command("fields.create-field", {
  title: "Add a custom field",
  permission: "field.manage",
  input: z.object({
    name: fieldName,
    kind: z.enum(customFieldKinds),
    currency: currencyCode.nullish(),
    options: z.array(optionName).max(MOST_GIVEN).default([]),
  }),
  output: CustomField,
  doors: ["web", "rest"],

  async handle(tools, { name, kind, currency, options }) {
    const { customFields, fieldOptions, changed } = tools;
    await customFields.lock();
    const fields = await customFields.list();
    const key = fieldKey(name);
    const other = fields.find((field) => field.key === key);
    if (other)
      conflict(
        `There is a field “${other.name}” already`,
        other.archivedAt ? "Restore it from the archive." : "Give another name.",
      );
    if (fields.length >= MOST_FIELDS)
      conflict(`The workspace has ${MOST_FIELDS} fields`, "Rename one that is archived.");
    const own = { name, kind, currency: kind === "amount" ? (currency ?? null) : null };
    const id = await customFields.create({ ...own, key });
    if (kind === "list") await fieldOptions.add(id, options);
    changed({ subject: id, before: { name: null }, after: own });
    return findField(tools, id);
  },
});
