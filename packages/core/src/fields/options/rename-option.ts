import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { fieldId, optionId } from "../../ids";
import { command } from "../../operation/command";
import { FieldOption, optionName } from "../contract/custom-field";
import { findList } from "../contract/find-field";

/** Renames a value of a list, on every document that has it. Throws `CONFLICT` if the list offers the name already. */
export const renameOption = command("fields.rename-option", {
  title: "Rename a value of a custom field",
  permission: "field.manage",
  input: z.object({ id: fieldId, optionId, name: optionName }),
  output: FieldOption,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle(tools, { id, optionId: option, name }) {
    const { customFields, fieldOptions, fieldValues, documents, changed } = tools;
    await customFields.lock();
    await findList(tools, id);
    const found = (await fieldOptions.find(id, option)) ?? notFound("Value", option);
    const other = await fieldOptions.findNamed(id, name);
    if (other && other.id !== option)
      conflict(`The list offers “${other.name}” already`, "Give another name.");
    if (name === found.name) return found;
    await fieldOptions.rename(option, name);
    await documents.updateMany(await fieldValues.documentsWith(id, option), {});
    changed({ subject: id, before: { option: found.name }, after: { option: name } });
    return { id: option, name };
  },
});
