import { z } from "zod";

import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { ofType } from "../../shapes";

/** Returns what is kept of the person's account: the profile, every session and every membership. Never the password or its hash. */
export const getOwnAccount = identityOperation("identity.get-own-account", {
  title: "Get the data of your account",
  input: z.object({ userId: z.string() }),
  output: z.object({
    profile: ofType<Record<string, unknown>>(),
    sessions: z.array(ofType<Record<string, unknown>>()),
    memberships: z.array(ofType<Record<string, unknown>>()),
  }),
  doors: ["web"],
  notAudited: "It reads, for the person alone.",

  async handle({ db }, { userId }) {
    const { users, sessions, access } = db.identity;
    const profile = (await users.find(userId)) ?? notFound("Account", userId);
    const memberships = (await access.listMemberships(userId)).map(
      ({ workspace, role, createdAt }) => ({
        workspaceId: workspace.id,
        workspace: workspace.name,
        role,
        createdAt,
      }),
    );
    return { profile, sessions: await sessions.listAll(userId), memberships };
  },
});
