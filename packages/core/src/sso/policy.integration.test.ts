import { expect, test } from "vitest";
import { aContext, anEmail, anIdentityContext, auditOf, password } from "../../test/contexts";
import { Authenticator } from "../../test/people/authenticator";
import { checkApiKey } from "../identity/check-api-key";
import { checkSession } from "../identity/check-session";
import { beginPasskey } from "../identity/factors/begin-passkey";
import { finishPasskey } from "../identity/factors/finish-passkey";
import { signIn } from "../identity/sign-in";
import { signUp } from "../identity/sign-up";
import { createApiKey } from "../keys/create-api-key";
import { noPolicy } from "./contract";
import { getSignIn } from "./get-sign-in";
import { putPolicy } from "./put-policy";

async function anOwner() {
  const identity = anIdentityContext({ ip: "192.0.2.7" });
  const email = anEmail();
  const given = { name: "Ada", email, password, workspaceName: "Mill" };
  const { user, workspace } = await signUp(identity, given);
  const { sessionId } = await signIn(identity, { email, password, app: "web" });
  const session = async (ctx = identity) => checkSession(ctx, { sessionId, app: "web" });
  const current = (await session())?.current;
  if (!current) throw new Error("no workspace");
  const base = await aContext({ role: "owner", workspaceId: workspace.id });
  const ctx = { ...base, actor: current.actor };
  return { identity, ctx, userId: user.id, sessionId, session, workspaceId: workspace.id };
}

test("a policy closes the workspace to sessions that do not meet it, and tells why", async () => {
  const { identity, ctx, session } = await anOwner();
  await putPolicy(ctx, { ...noPolicy, networks: ["192.0.2.0/24"] });
  expect((await session())?.barred).toBeNull();
  const elsewhere = await session({ ...identity, ip: "198.51.100.9" });
  expect(elsewhere).toMatchObject({ current: null, barred: { name: "Mill", reason: "network" } });
  expect((await auditOf(ctx))[0]).toMatchObject({ operation: "sso.put-policy" });

  await putPolicy(ctx, { ...noPolicy, sessionHours: 1 });
  const later = { ...identity, clock: () => new Date(Date.now() + 2 * 3_600_000) };
  expect(await session(later)).toMatchObject({ barred: { reason: "too-old" } });
});

test("keys of a workspace come from its networks alone", async () => {
  const { identity, ctx } = await anOwner();
  const { key } = await createApiKey(ctx, { name: "Script" });
  await putPolicy(ctx, { ...noPolicy, networks: ["192.0.2.7"] });
  expect(await checkApiKey(identity, { key })).not.toBeNull();
  await expect(checkApiKey({ ...identity, ip: "198.51.100.9" }, { key })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a policy that would shut out its author is refused", async () => {
  const { ctx } = await anOwner();
  const refused = { code: "CONFLICT", message: "This policy would shut you out" };
  for (const policy of [
    { ...noPolicy, needsSecondFactor: true },
    { ...noPolicy, methods: ["passkey" as const] },
    { ...noPolicy, networks: ["198.51.100.0/24"] },
  ])
    await expect(putPolicy(ctx, policy)).rejects.toMatchObject(refused);
  expect((await getSignIn(ctx, { webUrl: "http://localhost" })).policy).toEqual(noPolicy);
});

test("only the organisation may sign people in where it is on and an owner can break the glass", async () => {
  const { ctx, identity, userId, sessionId } = await anOwner();
  const policy = { ...noPolicy, methods: ["organisation" as const] };
  await expect(putPolicy(ctx, policy)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(putPolicy(ctx, { ...policy, breakGlassIds: [userId] })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  const here = { userId, sessionId };
  const { options } = await beginPasskey(identity, { ...here, app: "web" });
  const answer = new Authenticator().register(options);
  await finishPasskey(identity, { ...here, app: "web", name: "Key", answer });
  await expect(putPolicy(ctx, { ...policy, breakGlassIds: [userId] })).rejects.toMatchObject({
    message: "The sign-in of the organisation is not turned on",
  });
  const { owners, withoutFactor } = await getSignIn(ctx, { webUrl: "http://localhost" });
  expect(owners).toContainEqual({ userId, name: "Ada", hasPasskey: true });
  expect(withoutFactor).toBe(1);
});

test("a network that is none is refused with its place", async () => {
  const { ctx } = await anOwner();
  await expect(putPolicy(ctx, { ...noPolicy, networks: ["everywhere"] })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
