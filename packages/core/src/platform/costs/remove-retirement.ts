import { z } from "zod";

import { notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";

/** Takes an admin's word on the end of a model back; that of the provider or the shipped file then holds. Throws `NOT_FOUND`. */
export const removeRetirement = platformCommand("platform.remove-retirement", {
  title: "Take back when a model ends",
  permission: "system.manage",
  input: z.object({ server: z.string().max(300), model: z.string().max(200) }),
  output: nothing,
  doors: ["admin"],

  async handle({ modelRetirements, changed }, { server, model }) {
    const isGone = await modelRetirements.remove({ server, model, saidBy: "admin" });
    if (!isGone) notFound("Word on the end of a model", model);
    changed({ subject: `model:${model}`, before: { saidBy: "admin" }, after: { saidBy: null } });
  },
});
