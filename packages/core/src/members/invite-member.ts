import { randomBytes } from "node:crypto";

import { z } from "zod";

import { actorIdOf } from "../access/actor";
import { conflict } from "../errors";
import { email } from "../identity/contract";
import { command } from "../operation/command";
import { tokenHash } from "../token-hash";
import { Invitation, InvitedRole } from "./contract";

const DAYS_VALID = 7;

/** Creates a link that lets one person in. Returns its token only once; only its hash is stored. Throws `CONFLICT` for a member. */
export const inviteMember = command("members.invite-member", {
  title: "Invite a person",
  permission: "member.invite",
  input: z.object({ email, role: InvitedRole }),
  output: Invitation.extend({ token: z.string() }),
  doors: ["web", "cli"],
  stepUp: true,

  async handle({ members, actor, clock }, { email: address, role }) {
    const isMember = (await members.list()).some(({ user }) => user.email === address);
    if (isMember) conflict(`${address} is a member already`);
    const token = randomBytes(24).toString("base64url");
    const invitation = await members.invite({
      email: address,
      role,
      tokenHash: tokenHash(token),
      invitedById: actorIdOf(actor),
      expiresAt: new Date(clock().getTime() + DAYS_VALID * 86_400_000),
    });
    return { ...invitation, role, token };
  },
});
