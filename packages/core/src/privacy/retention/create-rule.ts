import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { command } from "../../operation/command";
import { count, idIn } from "../../shapes";
import { RetentionDraft, told } from "../contract/retention";
import { checkDraft } from "./check-draft";
import { mustBePreviewed } from "./count-going";

/**
 * Makes a rule on how long documents are kept. `expected` is the number of due documents that the preview has shown: if it is another now, nothing is
 * saved. Nothing goes before people were notified, a week ahead.
 */
export const createRule = command("privacy.create-rule", {
  title: "Make a rule of retention",
  permission: "privacy.manage",
  input: RetentionDraft.extend({ expected: count }),
  output: z.object({ id: idIn("ret") }),
  doors: ["web"],
  stepUp: true,
  timeoutSeconds: 60,

  async handle(tools, { expected, ...draft }) {
    const { retentionRules, actor, clock, changed } = tools;
    await retentionRules.lock();
    await checkDraft(tools, draft);
    await mustBePreviewed(tools, draft, { now: clock(), expected });
    const { id } = await retentionRules.create(draft, { byId: actorIdOf(actor), at: clock() });
    changed({ subject: id, before: {}, after: told(draft) });
    return { id };
  },
});
