import { z } from "zod";

import { notFound } from "../errors";
import { RoleRule, roleFor } from "../identity/contract";
import { type CommandTools, command } from "../operation/command";
import { nothing } from "../shapes";

const groupRules = z.array(z.object({ group: z.string(), groupId: z.string() }));

/**
 * Sets the role and groups of a member, as their organisation's groups decide. Without rules it changes nothing, and owners keep their role. It runs at each
 * sign-in, and twice does no harm.
 */
export const syncMember = command("sso.sync-member", {
  title: "Give a member the role and groups of their organisation",
  permission: "member.sync",
  input: z.object({
    connectionId: z.string(),
    userId: z.string(),
    groups: z.array(z.string().max(300)).max(500),
  }),
  output: nothing,
  doors: ["job"],

  async handle(tools, { connectionId, userId, groups }) {
    const { ssoConnections, members } = tools;
    const connection =
      (await ssoConnections.find(connectionId)) ?? notFound("Sign-in", connectionId);
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    const rules = z.array(RoleRule).parse(connection.roleMap);
    const defaultRole = RoleRule.shape.role.parse(connection.defaultRole);
    const role = rules.length > 0 ? roleFor(groups, { rules, defaultRole }) : member.role;
    if (member.role !== "owner" && member.role !== role) {
      await members.changeRole(userId, role);
      tools.changed({ subject: userId, before: { role: member.role }, after: { role } });
    }
    await syncGroups(tools, { userId, groups, rules: groupRules.parse(connection.groupMap) });
  },
});

type Syncing = {
  userId: string;
  groups: readonly string[];
  rules: readonly { group: string; groupId: string }[];
};

/** Only groups that a rule names change. A group that was deleted is left out. */
async function syncGroups(
  { groups: own, changed }: CommandTools,
  { userId, groups, rules }: Syncing,
): Promise<void> {
  for (const groupId of new Set(rules.map((rule) => rule.groupId))) {
    const group = await own.find(groupId);
    if (!group) continue;
    const isIn = group.members.some((member) => member.userId === userId);
    const belongs = rules.some((rule) => rule.groupId === groupId && groups.includes(rule.group));
    if (isIn === belongs) continue;
    if (belongs) await own.putMember(groupId, userId);
    else await own.removeMember(groupId, userId);
    changed({ subject: userId, before: { [groupId]: isIn }, after: { [groupId]: belongs } });
  }
}
