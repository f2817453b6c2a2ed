import { randomBytes } from "node:crypto";

import { z } from "zod";
import { conflict } from "../errors";
import { email } from "../identity/contract";
import { tokenHash } from "../token-hash";
import { command, query } from "../operation/operation";

const DAYS_VALID = 7;

/** Makes a link that lets one person in. The link is given once, only its hash is kept. */
export const inviteMember = command({
  action: "member.invite",
  input: z.object({ email, role: z.enum(["admin", "member", "viewer"]) }),

  async run({ members, actor, clock }, { email: address, role }) {
    const isMember = (await members.list()).some(({ user }) => user.email === address);
    if (isMember) conflict(`${address} is a member already`);
    const token = randomBytes(24).toString("base64url");
    const invitation = await members.invite({
      email: address,
      role,
      tokenHash: tokenHash(token),
      invitedById: actor.kind === "user" ? actor.id : actor.job,
      expiresAt: new Date(clock().getTime() + DAYS_VALID * 86_400_000),
    });
    return { ...invitation, token };
  },
});

export const listInvitations = query({
  action: "member.invite",
  input: z.object({}),
  run: async ({ members, clock }) => ({ items: await members.listInvitations(clock()) }),
});

export const revokeInvitation = command({
  action: "member.invite",
  input: z.object({ id: z.string() }),

  async run({ members, clock }, { id }) {
    if (!(await members.revokeInvitation(id, clock())))
      conflict("This invitation was accepted or revoked already");
  },
});
