import { z } from "zod";

import { AppError } from "../../errors";
import { findField } from "../../fields/contract/find-field";
import { fieldId } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import {
  changeableAmong,
  chosenDocuments,
  chosenIds,
  isOneChoice,
  oneChoice,
} from "../contract/chosen-documents";
import { readValue } from "./read-value";

/**
 * Sets the value of a field that the workspace defined on documents, or takes the value away. Throws `INVALID_INPUT` for a value that the field
 * does not take. Returns the ids of the documents whose value it changed.
 */
export const setField = command("documents.set-field", {
  title: "Fill a custom field of documents",
  permission: "document.correct",
  input: z
    .object({
      ...chosenDocuments,
      fieldId,
      value: z.string().max(2000).nullable().meta({
        description:
          "The value as people write it, such as `EUR 12.50` or `2026-12-31`; null takes it away",
      }),
    })
    .refine(isOneChoice, oneChoice),
  output: ofIds,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle(tools, { fieldId: id, value, ...choice }) {
    const { documents, fieldOptions, fieldValues, clock, changed } = tools;
    const field = await findField(tools, id);
    if (field.archivedAt)
      throw new AppError("CONFLICT", `The field “${field.name}” is archived`, {
        hint: "An admin can restore it.",
      });
    const written = value?.trim() || null;
    const option =
      written !== null && field.kind === "list" ? await fieldOptions.findNamed(id, written) : null;
    const read = written === null ? null : readValue(field, written, { now: clock(), option });
    const chosen = await chosenIds(tools, choice);
    const found = await changeableAmong(tools, chosen, choice, "document.correct");
    const before = await fieldValues.textsOf(
      id,
      found.map((document) => document.id),
    );
    const ids = found.flatMap((document) =>
      (before.get(document.id) ?? null) === (read?.text ?? null) ? [] : [document.id],
    );
    if (ids.length === 0) return { ids };
    if (read) await fieldValues.put(id, ids, read);
    else await fieldValues.clear(id, ids);
    await documents.updateMany(ids, {});
    for (const subject of ids)
      changed({
        subject,
        before: { [field.name]: before.get(subject) ?? null },
        after: { [field.name]: read?.text ?? null },
      });
    return { ids };
  },
});
