import { actorIdOf } from "../access/actor";
import { conflict, invalidInput } from "../errors";
import type { Bar } from "../identity/contract/bars";
import { barOf } from "../identity/contract/sign-in-policy";
import { type CommandTools, command } from "../operation/command";
import { nothing } from "../shapes";
import { noPolicy, SignInPolicy } from "./contract";

/**
 * Sets what a session must prove to open the workspace. Refuses a policy that the caller's own session does not meet. Refuses one without
 * passwords and passkeys, unless an owner can break the glass.
 */
export const putPolicy = command("sso.put-policy", {
  title: "Set the sign-in policy",
  permission: "signIn.manage",
  input: SignInPolicy,
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle(tools, policy) {
    const { signInPolicies, workspaceId, clock, changed } = tools;
    await checkBreakGlass(tools, policy);
    if (policy.methods.includes("organisation")) await mustHaveOrganisation(tools);
    refuseLockOut(tools, policy);
    const before = (await signInPolicies.find()) ?? noPolicy;
    await signInPolicies.put(policy, clock());
    changed({ subject: workspaceId, before: { ...before }, after: policy });
  },
});

/** Owners with a passkey can break the glass: their password and passkey still open a workspace whose organisation's sign-in fails. */
async function checkBreakGlass(
  { members, signInPolicies }: CommandTools,
  { methods, breakGlassIds }: SignInPolicy,
): Promise<void> {
  const people = await members.list();
  const { withPasskey } = await signInPolicies.listFactors(breakGlassIds);
  for (const id of breakGlassIds) {
    const isOwner = people.some(({ userId, role }) => userId === id && role === "owner");
    if (!isOwner || !withPasskey.has(id))
      invalidInput("Only owners with a passkey can be named for emergencies", [
        { path: "breakGlassIds", message: "Choose owners who have a passkey" },
      ]);
  }
  const isForOrganisation = methods.length > 0 && methods.every((each) => each === "organisation");
  if (isForOrganisation && breakGlassIds.length === 0)
    conflict(
      "Nobody could enter if the sign-in of the organisation failed",
      "Name an owner who has a passkey for emergencies.",
    );
}

async function mustHaveOrganisation({ ssoConnections }: CommandTools): Promise<void> {
  if ((await ssoConnections.list()).some(({ isOn }) => isOn)) return;
  conflict(
    "The sign-in of the organisation is not turned on",
    "Set it up, test it and turn it on first.",
  );
}

const shutOut: Record<Bar, string> = {
  method: "Sign in in a way that the policy allows, then set it.",
  "second-factor": "Add a second factor for yourself first.",
  "too-old": "Sign in again, then set it.",
  network: "Include the network from which you work.",
};

/** The policy is tested with the session that sets it. */
function refuseLockOut({ actor, clock }: CommandTools, policy: SignInPolicy): void {
  if (actor.kind !== "user" || actor.via.kind !== "session") return;
  const { entered } = actor.via;
  const proof = entered && { ...entered, userId: actorIdOf(actor), role: actor.role };
  const bar = proof ? barOf(policy, proof, clock()) : "method";
  if (bar) conflict("This policy would shut you out", shutOut[bar]);
}
