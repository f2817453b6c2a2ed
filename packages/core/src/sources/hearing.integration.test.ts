import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";

import { aContext, anIdentityContext, aPlatformContext, database } from "../../test/contexts";
import {
  aConnection,
  aSource,
  asSource,
  createMemoryProvider,
  sync,
} from "../../test/sources/a-source";
import { receiveAppHook } from "../identity/hooks/receive-app-hook";
import { receiveHook } from "../identity/hooks/receive-hook";
import { tokenHash } from "../token-hash";
import { claimItems } from "./fetching/claim-items";
import { getSource } from "./get-source";
import { noteBlock } from "./looking/note-block";
import { keepWatch } from "./watching/keep-watch";
import { openHook } from "./watching/open-hook";

async function aDrive() {
  const given = createMemoryProvider();
  given.memory.put("one");
  const owner = await aContext({ role: "member", sources: given.sources });
  const connectionId = await aConnection(owner, given);
  const id = await aSource(owner, connectionId);
  const source = asSource(owner, id);
  await sync(source, id);
  return { ...given, owner, connectionId, id, source };
}
const isDue = async ({ owner, id }: Awaited<ReturnType<typeof aDrive>>) =>
  (await getSource(owner, { id })).source.dueAt.getTime() <= Date.now();

test("a call raises its source, and one that says that the channel ends lets it be opened anew", async () => {
  const drive = await aDrive();
  const { id, source } = drive;
  const [token, secret] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
  const hookHash = tokenHash(token);
  await openHook(source, {
    id,
    kind: "microsoft",
    tokenHash: hookHash,
    secretHash: tokenHash(secret),
  });
  const expiresAt = new Date(Date.now() + 3 * 86_400_000);
  await keepWatch(source, { id, hookHash, watch: { id: "w", expiresAt, resource: null } });
  const scope = { workspaceId: drive.owner.workspaceId, principals: [] };
  const renewsAt = async () =>
    (await database.read(scope, ({ sourceWatches }) => sourceWatches.find(id)))?.renewAt ??
    new Date(0);

  const call = { token, secret, remoteId: "first" };
  expect(await receiveHook(anIdentityContext(), { ...call, secret: "another" })).toEqual({
    isKnown: false,
  });
  expect(await isDue(drive)).toBe(false);
  expect(await receiveHook(anIdentityContext(), call)).toEqual({ isKnown: true });
  expect(await isDue(drive)).toBe(true);
  expect((await renewsAt()).getTime()).toBeGreaterThan(Date.now());
  await receiveHook(anIdentityContext(), { ...call, remoteId: "second", watch: "ending" });
  expect((await renewsAt()).getTime()).toBeLessThanOrEqual(Date.now());
});

test("a call for the whole app raises the sources of the accounts that it names, and no others", async () => {
  const [mine, others] = [await aDrive(), await aDrive()];
  await receiveAppHook(anIdentityContext(), { provider: "dropbox", accounts: ["x"] });
  await receiveAppHook(anIdentityContext(), { provider: "google", accounts: [] });
  expect(await isDue(mine)).toBe(false);
  const { subject } = mine.provider;
  await receiveAppHook(anIdentityContext(), { provider: "google", accounts: [subject] });
  expect([await isDue(mine), await isDue(others)]).toEqual([true, false]);
});

test("a provider that asks to wait stops the workers of its account at once, and of no other", async () => {
  const [mine, others] = [await aDrive(), await aDrive()];
  const job = aPlatformContext({ actor: { kind: "job", name: "look-at-sources" } });
  const until = new Date(Date.now() + 2000);
  const whyOf = async ({ source, id }: typeof mine) => (await claimItems(source, { id })).why;
  await noteBlock(job, { of: { connectionId: mine.connectionId }, until });
  expect(await whyOf(mine)).toBe("blocked");
  expect(await whyOf(others)).toBeNull();
  await noteBlock(job, { of: { provider: "dropbox", isPractice: false }, until });
  const { source } = await getSource(mine.owner, { id: mine.id });
  expect(source.blockedUntil).toEqual(until);
});
