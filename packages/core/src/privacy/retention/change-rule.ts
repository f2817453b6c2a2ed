import { notFound } from "../../errors";
import { retentionRuleId } from "../../ids";
import { command } from "../../operation/command";
import { count, nothing } from "../../shapes";
import { RetentionDraft, told } from "../contract/retention";
import { checkDraft } from "./check-draft";
import { mustBePreviewed } from "./count-going";

/** Changes a rule of retention. `expected` is the number of due documents that the preview has shown. */
export const changeRule = command("privacy.change-rule", {
  title: "Change a rule of retention",
  permission: "privacy.manage",
  input: RetentionDraft.extend({ id: retentionRuleId, expected: count }),
  output: nothing,
  doors: ["web"],
  stepUp: true,
  timeoutSeconds: 60,

  async handle(tools, { id, expected, ...draft }) {
    const { retentionRules, clock, changed } = tools;
    await retentionRules.lock();
    const {
      id: _,
      createdAt: __,
      ...before
    } = (await retentionRules.find(id)) ?? notFound("Rule", id);
    await checkDraft(tools, draft);
    await mustBePreviewed(tools, { id, ...draft }, { now: clock(), expected });
    await retentionRules.change(id, draft);
    changed({ subject: id, before: told(before), after: told(draft) });
  },
});
