import { z } from "zod";

import { notFound } from "../../errors";
import { fieldId, optionId } from "../../ids";
import { command } from "../../operation/command";
import { findList } from "../contract/find-field";

/** Removes a value from a list, and from every document that has it. */
export const removeOption = command("fields.remove-option", {
  title: "Remove a value of a custom field",
  permission: "field.manage",
  input: z.object({ id: fieldId, optionId }),
  output: z.object({ id: z.string() }),
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle(tools, { id, optionId: option }) {
    const { customFields, fieldOptions, fieldValues, documents, changed } = tools;
    await customFields.lock();
    await findList(tools, id);
    const found = (await fieldOptions.find(id, option)) ?? notFound("Value", option);
    const carriers = await fieldValues.documentsWith(id, option);
    await fieldOptions.remove(option);
    await documents.updateMany(carriers, {});
    changed({ subject: id, before: { option: found.name }, after: {} });
    return { id: option };
  },
});
