import { z } from "zod";

import { conflict } from "../../errors";
import { fieldId } from "../../ids";
import { command } from "../../operation/command";
import { CustomField, MOST_OPTIONS, optionName } from "../contract/custom-field";
import { findField, findList } from "../contract/find-field";

/** The most values that one call adds. */
const MOST_ADDED = 10_000;

/** Adds values to a list. Values that it offers already, whatever their capitals, are left as they are. */
export const addOptions = command("fields.add-options", {
  title: "Add values to a custom field",
  permission: "field.manage",
  input: z.object({ id: fieldId, names: z.array(optionName).min(1).max(MOST_ADDED) }),
  output: CustomField,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle(tools, { id, names }) {
    const { customFields, fieldOptions, changed } = tools;
    await customFields.lock();
    const field = await findList(tools, id);
    if (field.optionCount + names.length > MOST_OPTIONS)
      conflict(`A list offers at most ${MOST_OPTIONS} values`, "Remove some first.");
    await fieldOptions.add(id, names);
    const after = await findField(tools, id);
    if (after.optionCount !== field.optionCount)
      changed({
        subject: id,
        before: { options: field.optionCount },
        after: { options: after.optionCount },
      });
    return after;
  },
});
