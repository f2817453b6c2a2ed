import { expect, test } from "vitest";

import {
  aContext,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  auditOf,
  aWorkspace,
  password,
} from "../../../test/contexts";
import { makePlatformAdmin } from "../../identity/make-platform-admin";
import { signUp } from "../../identity/sign-up";
import { changeRate } from "./change-rate";
import { usualRates } from "./contract";
import { listRates } from "./list-rates";

async function anAdmin() {
  const email = anEmail();
  const given = { name: "Grace", email, password, workspaceName: "Head office" };
  const { user } = await signUp(anIdentityContext(), given);
  await makePlatformAdmin(anIdentityContext({ door: "cli" }), { email });
  return aPlatformContext({ actor: { kind: "platformAdmin", id: user.id } });
}

const rateOf = async (admin: Awaited<ReturnType<typeof anAdmin>>, id: string) =>
  (await listRates(admin, { id })).items.find(({ bucket }) => bucket === "user");

test("a limit that is set for a workspace holds for it alone, with its reason, until the usual one is asked for", async () => {
  const admin = await anAdmin();
  const [{ workspaceId: id }, { workspaceId: other }] = [await aWorkspace(), await aWorkspace()];
  const usual = { points: usualRates.user, usual: usualRates.user, isOwn: false, reason: null };
  expect(await rateOf(admin, id)).toMatchObject(usual);

  await changeRate(admin, { id, bucket: "user", points: 50, reason: "A script runs wild" });
  await changeRate(admin, { id, bucket: "user", points: 60, reason: "Slower" });

  expect(await rateOf(admin, id)).toMatchObject({
    points: 60,
    usual: usualRates.user,
    isOwn: true,
    reason: "Slower",
  });
  expect(await rateOf(admin, other)).toMatchObject(usual);
  expect(await auditOf({ workspaceId: id })).toContainEqual(
    expect.objectContaining({ operation: "platform.change-rate", actorKind: "platformAdmin" }),
  );

  await changeRate(admin, { id, bucket: "user", points: null, reason: "It is mended" });
  expect(await rateOf(admin, id)).toMatchObject(usual);
});

test("a limit that would stop everybody, or has no reason, is refused, and so is a workspace that is not there", async () => {
  const admin = await anAdmin();
  const { workspaceId: id } = await aWorkspace();
  const given = { id, bucket: "user" as const, points: 50, reason: "A script runs wild" };

  for (const wrong of [{ points: 9 }, { points: 1.5 }, { reason: "" }])
    await expect(changeRate(admin, { ...given, ...wrong })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  for (const refused of [
    changeRate(admin, { ...given, id: "ws_nobody" }),
    listRates(admin, { id: "ws_nobody" }),
  ])
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a job may not change a limit", async () => {
  const { workspaceId: id } = await aContext({ role: "owner" });
  const job = aPlatformContext({ actor: { kind: "job", name: "run-schedule" } });

  await expect(
    changeRate(job, { id, bucket: "user", points: 50, reason: "None" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
