import type { z } from "zod";
import { AppError } from "../../errors";
import { findField } from "../../fields/contract/find-field";
import type { CommandTools } from "../../operation/command";
import { changeableAmong, chosenIds, type matchingDocuments } from "../contract/chosen-documents";
import { readValue } from "./read-value";

type Filling = {
  fieldId: string;
  value: string | null;
  ids?: readonly string[] | undefined;
  matching?: z.output<typeof matchingDocuments> | undefined;
};

/** Sets the value of a field that the workspace defined on documents. Returns the ids of those whose value it changed. */
export async function fillField(
  tools: CommandTools,
  { fieldId: id, value, ...choice }: Filling,
): Promise<{ ids: string[] }> {
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
}
