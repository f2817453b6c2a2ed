import { z } from "zod";
import { notFound } from "../errors";
import { command } from "../operation/command";
import { idIn, nothing } from "../shapes";

/** Removes a mark. Documents that another rule names stay sensitive. */
export const removeRule = command("sensitivity.remove-rule", {
  title: "Take a mark of sensitive documents away",
  permission: "document.markSensitive",
  input: z.object({ id: idIn("snr") }),
  output: nothing,
  doors: ["web"],

  async handle({ sensitivity, changed }, { id }) {
    const rule = (await sensitivity.find(id)) ?? notFound("Mark", id);
    await sensitivity.remove(id);
    const { kind, value } = rule;
    changed({ subject: id, before: { rule: { kind, value } }, after: { rule: null } });
  },
});
