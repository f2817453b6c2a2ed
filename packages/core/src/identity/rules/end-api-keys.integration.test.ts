import { expect, test } from "vitest";

import { aContext, anIdentityContext, auditOf, database, password } from "../../../test/contexts";
import { createApiKey } from "../../keys/create-api-key";
import { changePassword } from "../change-password";
import { checkApiKey } from "../check-api-key";
import { signOutEverywhere } from "../sign-out-everywhere";

const isAlive = async (key: string) => (await checkApiKey(anIdentityContext(), { key })) !== null;

/** Somebody with a key in each of two workspaces, beside somebody else's key. */
async function aPersonWithKeys() {
  const home = await aContext({ role: "owner" });
  const other = await aContext({ role: "owner" });
  const { id: userId } = home.actor;
  await database.identity.access.addMember(other.workspaceId, userId, "member");
  const away = { ...other, actor: { ...other.actor, id: userId } };
  const keys = [
    (await createApiKey(home, { name: "Home" })).key,
    (await createApiKey(away, { name: "Away" })).key,
  ];
  return { userId, keys, foreign: (await createApiKey(other, { name: "Other" })).key, home, other };
}

type Given = { userId: string; revokeKeys?: boolean };
const alarms = [
  ["signOutEverywhere", (given: Given) => signOutEverywhere(anIdentityContext(), given)],
  [
    "changePassword",
    (given: Given) =>
      changePassword(anIdentityContext(), {
        ...given,
        sessionId: "ses_here",
        currentPassword: password,
        newPassword: "another long password",
      }),
  ],
] as const;

test.each(alarms)("%s ends every API key of the person when asked to", async (_name, raise) => {
  const { userId, keys, foreign, home, other } = await aPersonWithKeys();

  expect(await raise({ userId, revokeKeys: true })).toMatchObject({ keysEnded: 2 });

  for (const key of keys) expect(await isAlive(key)).toBe(false);
  expect(await isAlive(foreign)).toBe(true);
  for (const [ctx, name] of [
    [home, "Home"],
    [other, "Away"],
  ] as const)
    expect(await auditOf(ctx)).toContainEqual(
      expect.objectContaining({
        action: "apiKey.revoked",
        actorId: userId,
        input: expect.objectContaining({ name, userId }),
      }),
    );
});

test.each(alarms)("%s leaves the API keys when not asked", async (_name, raise) => {
  const { userId, keys } = await aPersonWithKeys();

  expect(await raise({ userId })).toMatchObject({ keysEnded: 0 });

  for (const key of keys) expect(await isAlive(key)).toBe(true);
});
