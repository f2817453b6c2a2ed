import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { ProviderRule } from "../contract/residency";

/** Says the region of a server, or allows it outside of the region, with a reason that the audit log keeps. */
export const putProvider = command("redaction.put-provider", {
  title: "Say where a provider is, or allow it",
  permission: "workspace.update",
  input: ProviderRule,
  output: nothing,
  doors: ["web"],

  async handle({ residency, workspaceId, actor, clock, changed }, rule) {
    const before = (await residency.listRules()).find(({ host }) => host === rule.host);
    const changedById = actor.kind === "user" ? actor.id : null;
    await residency.saveRule(rule, { changedById, changedAt: clock() });
    changed({ subject: workspaceId, before: { ...before }, after: rule });
  },
});
