import { addWatch } from "../../src/audit/watches/add-watch";
import { anEmail } from "../contexts";
import type { World } from "../world";
import { by, type Example, makesRow, none, project, ready } from "./example";

const refusals = { outcome: "refused" as const };

async function aWatch({ owner, newName }: World) {
  const { id } = await addWatch(owner, { name: newName(), filter: refusals });
  return { id };
}

export const peopleExamples: Record<string, Example> = {
  "audit.get-document-history": by(ready),
  "audit.get-project-history": by(project),
  "audit.add-watch": by(({ newName }) => ({ name: newName(), filter: refusals }), makesRow),
  "audit.change-watch": by(async (world) => ({ ...(await aWatch(world)), tells: "admins" })),
  "audit.export-log": by(none),
  "audit.list-watches": by(none),
  "audit.remove-watch": by(aWatch),
  "audit.verify-log": by(none),
  "encryption.get-encryption": by(none),
  "encryption.rotate-key": by(none),
  "compliance.make-evidence": by(none),
  "looks.decide-look": by(async ({ aLook: look }) => ({ id: await look(), decision: "allow" })),
  "looks.list-looks": by(none),
  "sensitivity.add-rule": by(({ ready: value }) => ({ kind: "document", value })),
  "sensitivity.get-sensitivity": by(ready),
  "sensitivity.list-rules": by(none),
  "sensitivity.remove-rule": by(async ({ aMark: mark }) => ({ id: await mark() })),
  "audit.list-audit-entries": by(({ ready: subject }) => ({ subject })),
  "groups.create-group": by(({ newName }) => ({ name: newName() }), makesRow),
  "groups.delete-group": by(async ({ aGroup }) => ({ id: await aGroup() })),
  "groups.list-groups": by(none),
  "groups.put-group-member": by(async ({ aGroup, viewer: userId }) => ({
    id: await aGroup(),
    userId,
  })),
  "groups.remove-group-member": by(async ({ aGroup, member: userId }) => ({
    id: await aGroup(),
    userId,
  })),
  "groups.rename-group": by(async ({ aGroup, newName }) => ({
    id: await aGroup(),
    name: newName(),
  })),
  "keys.create-api-key": by(({ newName }) => ({ name: newName() })),
  "keys.list-all-api-keys": by(none),
  "keys.list-api-keys": by(none),
  "keys.revoke-api-key": by(async ({ aKey }) => ({ id: await aKey() })),
  "members.change-member-role": by(async ({ aMember }) => ({
    userId: await aMember(),
    role: "viewer",
  })),
  "members.get-leaving": by(none),
  "members.get-own-data": by(none),
  "members.invite-member": by(() => ({ email: anEmail(), role: "viewer" }), makesRow),
  "members.list-invitations": by(none),
  "members.list-members": by(none),
  "members.remove-member": by(async ({ aMember }) => ({ userId: await aMember() })),
  "members.revoke-invitation": by(async ({ anInvitation }) => ({ id: await anInvitation() })),
  "onboarding.get-first-steps": by(none),
  "onboarding.note-first-step": by(() => ({ what: "skipped" })),
  "onboarding.note-visit": by(none),
  "onboarding.remove-sample": by(async ({ aSample }) => {
    await aSample();
    return {};
  }),
  "onboarding.start-sample": by(({ newName }) => ({ name: newName() })),
  "notifications.change-notice-settings": by(() => ({ channels: { due: "off" } })),
  "notifications.get-notice-settings": by(none),
  "notifications.list-notices": by(none),
  "notifications.mark-notices-read": by(none),
  "workspaces.get-workspace": by(none),
  "workspaces.list-features": by(none),
  "workspaces.rename-workspace": by(({ newName }) => ({ name: newName() })),
};
