import { z } from "zod";

import { query } from "../operation/query";
import { count, idIn } from "../shapes";
import { Connection, noPolicy, SignInPolicy } from "./contract";
import { shownConnection } from "./shown-connection";

/** Returns how people sign in to the workspace: its policy, its organisation's sign-in, and who lacks a second factor. */
export const getSignIn = query("sso.get-sign-in", {
  title: "See how people sign in",
  permission: "signIn.manage",
  input: z.object({ webUrl: z.url() }),
  output: z.object({
    policy: SignInPolicy,
    connections: z.array(Connection),
    withoutFactor: count,
    owners: z.array(z.object({ userId: idIn("usr"), name: z.string(), hasPasskey: z.boolean() })),
  }),
  doors: ["web"],

  async handle({ signInPolicies, ssoConnections, members }, { webUrl }) {
    const people = await members.list();
    const factors = await signInPolicies.listFactors(people.map(({ userId }) => userId));
    const counts = await ssoConnections.countPeople();
    return {
      policy: SignInPolicy.parse((await signInPolicies.find()) ?? noPolicy),
      connections: (await ssoConnections.list()).map((row) =>
        shownConnection(row, { webUrl, people: counts.get(row.id) ?? 0 }),
      ),
      withoutFactor: people.filter(({ userId }) => !factors.withFactor.has(userId)).length,
      owners: people
        .filter(({ role }) => role === "owner")
        .map(({ userId, user }) => ({
          userId,
          name: user.name,
          hasPasskey: factors.withPasskey.has(userId),
        })),
    };
  },
});
