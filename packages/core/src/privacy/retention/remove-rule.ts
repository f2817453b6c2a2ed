import { z } from "zod";
import { notFound } from "../../errors";
import { retentionRuleId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { told } from "../contract/retention";

/** Removes a rule of retention. Documents that it has moved to the trash stay there like all others. */
export const removeRule = command("privacy.remove-rule", {
  title: "Remove a rule of retention",
  permission: "privacy.manage",
  input: z.object({ id: retentionRuleId }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ retentionRules, changed }, { id }) {
    const {
      id: _,
      createdAt: __,
      ...before
    } = (await retentionRules.find(id)) ?? notFound("Rule", id);
    await retentionRules.remove(id);
    changed({ subject: id, before: told(before), after: {} });
  },
});
