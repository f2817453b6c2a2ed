import { z } from "zod";

import { invalidInput, notFound } from "../errors";
import { fieldId } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { MOST_FIELDS } from "./contract/custom-field";

/** Puts the fields that are not archived into an order. Throws `INVALID_INPUT` unless each is named once, and `NOT_FOUND` for another id. */
export const orderFields = command("fields.order-fields", {
  title: "Reorder custom fields",
  permission: "field.manage",
  input: z.object({ ids: z.array(fieldId).min(1).max(MOST_FIELDS) }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle({ customFields, changed }, { ids }) {
    await customFields.lock();
    const fields = (await customFields.list()).filter(({ archivedAt }) => archivedAt === null);
    const before = fields.map(({ id }) => id);
    const foreign = ids.find((id) => !before.includes(id));
    if (foreign) notFound("Field", foreign);
    if (before.toSorted().join() !== ids.toSorted().join())
      invalidInput("Name each field that is not archived once");
    if (before.join() === ids.join()) return { ids };
    await customFields.reorder(ids);
    for (const [at, id] of ids.entries())
      if (before[at] !== id)
        changed({ subject: id, before: { position: before.indexOf(id) }, after: { position: at } });
    return { ids };
  },
});
