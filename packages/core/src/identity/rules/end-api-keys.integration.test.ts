import { expect, test } from "vitest";

import { aContext, anIdentityContext, auditOf, database, password } from "../../../test/contexts";
import { createApiKey } from "../../keys/create-api-key";
import { checkApiKey } from "../check-api-key";
import { changePassword } from "../own/change-password";
import { signOutEverywhere } from "../sign-out-everywhere";

const isAlive = async (key: string) => (await checkApiKey(anIdentityContext(), { key })) !== null;

/** Somebody with a key in each of two workspaces, beside somebody else's key. */
async function aPersonWithKeys() {
  const home = await aContext({ role: "owner" });
  const other = await aContext({ role: "owner" });
  const { id: userId } = home.actor;
  await database.identity.access.addMember(other.workspaceId, userId, "member");
  const away = { ...other, actor: { ...other.actor, id: userId } };
  const made = [
    await createApiKey(home, { name: "Home" }),
    await createApiKey(away, { name: "Away" }),
  ] as const;
  const keys = made.map(({ key }) => key);
  const ids = [made[0].id, made[1].id] as const;
  return {
    userId,
    keys,
    ids,
    foreign: (await createApiKey(other, { name: "Other" })).key,
    home,
    other,
  };
}

type Given = { userId: string; revokeKeys?: boolean };
const alarms = [
  ["identity.sign-out-everywhere", (given: Given) => signOutEverywhere(anIdentityContext(), given)],
  [
    "identity.change-password",
    (given: Given) =>
      changePassword(anIdentityContext(), {
        ...given,
        sessionId: "ses_here",
        currentPassword: password,
        newPassword: "another long password",
      }),
  ],
] as const;

test.each(alarms)("%s ends every API key of the person when asked to", async (operation, raise) => {
  const { userId, keys, ids, foreign, home, other } = await aPersonWithKeys();

  expect(await raise({ userId, revokeKeys: true })).toMatchObject({ keysEnded: 2 });

  for (const key of keys) expect(await isAlive(key)).toBe(false);
  expect(await isAlive(foreign)).toBe(true);
  for (const [ctx, own, elsewhere] of [
    [home, ids[0], ids[1]],
    [other, ids[1], ids[0]],
  ] as const) {
    const rows = (await auditOf(ctx)).filter(({ subjects }) => subjects.includes(own));
    expect(rows).toContainEqual(
      expect.objectContaining({
        operation,
        actorId: userId,
        subjects: [userId, own],
        input: expect.objectContaining({ keysEnded: 2 }),
      }),
    );
    expect(JSON.stringify(await auditOf(ctx))).not.toContain(elsewhere);
  }
});

test.each(alarms)("%s leaves the API keys when not asked", async (_name, raise) => {
  const { userId, keys } = await aPersonWithKeys();

  expect(await raise({ userId })).toMatchObject({ keysEnded: 0 });

  for (const key of keys) expect(await isAlive(key)).toBe(true);
});
