import { SourceFailure } from "@besunny/connectors/sources/failures";
import { afterEach, expect, test } from "vitest";

import { aColleague, aContext, anIdentityContext, auditOf, database } from "../../test/contexts";
import {
  aConnection,
  aSource,
  asSource,
  createMemoryProvider,
  sync,
} from "../../test/sources/a-source";
import { useConsent } from "../identity/hooks/use-consent";
import { listNotices } from "../notifications/list-notices";
import { getSource } from "../sources/get-source";
import { beginConnecting } from "./begin-connecting";
import { disconnect } from "./disconnect";
import { finishConnecting } from "./finish-connecting";
import { listConnections } from "./list-connections";
import { listProviders } from "./list-providers";
import { reconnect } from "./reconnect";
import { testConnection } from "./test-connection";
import { tokenOf } from "./token-of";

const logged: unknown[] = [];
afterEach(() => {
  expect(JSON.stringify(logged)).not.toContain("planted");
  logged.length = 0;
});
const note = (fields: object, message: string) => void logged.push(fields, message);
const log = { info: note, warn: note, error: note };

async function aPerson(role: "member" | "admin" = "member") {
  const given = createMemoryProvider();
  const person = await aContext({ role, sources: given.sources, log });
  return { ...given, person };
}

const stateOf = (url: string) => new URL(url).searchParams.get("state") ?? "";
const comeBack = (state: string) => ({
  state,
  url: `http://localhost:3000/api/oauth/callback?code=a-code&state=${state}`,
});

test("a person connects an account: the consent counts once, and only for who began it", async () => {
  const { person, provider } = await aPerson();
  const { items } = await listProviders(person, {});
  expect(items[0]?.kinds[0]?.rights[0]?.words).toBe("Read your files");

  const { url } = await beginConnecting(person, { kinds: ["drive"], returnTo: "/sources/new" });
  const state = stateOf(url);
  const colleague = await aColleague(person);
  await expect(finishConnecting(colleague, comeBack(state))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const identity = anIdentityContext();
  expect(await useConsent(identity, { state })).toMatchObject({ userId: person.actor.id });
  expect(await useConsent(identity, { state })).toBeNull();
  const done = await finishConnecting(person, comeBack(state));
  expect(done).toMatchObject({ outcome: "connected", returnTo: "/sources/new", missing: [] });
  await expect(finishConnecting(person, comeBack(state))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });

  const mine = await listConnections(person, {});
  expect(mine.items).toMatchObject([{ id: done.id, state: "ok", isMine: true }]);
  expect(mine.items[0]?.address).toContain(provider.subject);
  const admin = await aColleague(person, { role: "admin" });
  expect((await listConnections(admin, {})).items).toEqual([]);
});

test("rights that were not given are named, and the account works with the others", async () => {
  const { person, provider } = await aPerson();
  provider.scopes = [];
  const { url } = await beginConnecting(person, { kinds: ["drive"] });
  const done = await finishConnecting(person, comeBack(stateOf(url)));
  expect(done).toMatchObject({ outcome: "limited", missing: [{ scope: "drive.readonly" }] });
  const { items } = await listConnections(person, {});
  expect(items).toMatchObject([{ state: "limited", stateReason: "partial-consent", scopes: [] }]);
});

test("another account than the one to reconnect is refused, and nothing of it is kept", async () => {
  const given = await aPerson();
  const { person, provider } = given;
  const id = await aConnection(person, given);
  provider.subject = "somebody-else";
  const { url } = await reconnect(person, { id, returnTo: "/settings/connections" });
  const done = await finishConnecting(person, comeBack(stateOf(url)));
  expect(done).toMatchObject({ outcome: "other-account", id: null });
  expect(done.address).toContain("somebody-else");
  expect((await listConnections(person, {})).items).toHaveLength(1);
  const admin = { kinds: ["drive"] as const, kind: "organisation" as const };
  await expect(beginConnecting(person, { ...admin, kinds: ["drive"] })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("two workers that refresh at once make one refresh, and both get its token", async () => {
  const given = await aPerson();
  const { person, provider } = given;
  const id = await aConnection(person, given, { expiresAt: new Date(0) });
  const source = asSource(person, "src_none");
  const tokens = await Promise.all([1, 2, 3, 4].map(() => tokenOf(source, { id })));
  expect(provider.refreshes).toBe(1);
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
  const again = await tokenOf(source, { id, refused: tokens[0]?.token ?? "" });
  expect(again.token).not.toBe(tokens[0]?.token);
  await expect(tokenOf(person, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a right that was taken back stops the source, tells its owner once, and goes on from the kept cursor", async () => {
  const given = await aPerson();
  const { person, memory, oauth, provider } = given;
  memory.put("one");
  const connectionId = await aConnection(person, given);
  const id = await aSource(person, connectionId);
  const source = asSource(person, id);
  await sync(source, id);
  oauth.refresh = async () => {
    throw new SourceFailure("reconnect-needed", "The right was taken back.", { reason: "revoked" });
  };
  const { token } = await tokenOf(source, { id: connectionId });
  for (const _ of [1, 2])
    await expect(tokenOf(source, { id: connectionId, refused: token })).rejects.toMatchObject({
      kind: "reconnect-needed",
    });
  expect((await getSource(person, { id })).source).toMatchObject({
    state: "stopped",
    stateReason: "reconnect",
  });
  const { items } = await listNotices(person, {});
  expect(items.filter(({ kind }) => kind === "connection")).toHaveLength(1);

  const { url } = await reconnect(person, { id: connectionId });
  expect(await finishConnecting(person, comeBack(stateOf(url)))).toMatchObject({
    outcome: "connected",
    id: connectionId,
  });
  expect(provider.subject).toBeTruthy();
  const listings = memory.calls.enumerate;
  memory.put("two");
  await sync(source, id);
  expect(memory.calls.enumerate).toBe(listings);
  expect((await getSource(person, { id })).source.counts.total).toBe(2);
});

test("a test says how an account does, and a disconnected one holds no token", async () => {
  const given = await aPerson();
  const { person } = given;
  const id = await aConnection(person, given);
  expect(await testConnection(person, { id })).toEqual({ isOk: true, problem: null });
  const admin = await aColleague(person, { role: "admin" });
  await expect(testConnection(admin, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await disconnect(person, { id, keeps: true });
  await expect(tokenOf(asSource(person, "src_none"), { id })).rejects.toMatchObject({
    kind: "reconnect-needed",
  });
});

test("a planted token is in no row of any table, nor in the audit log", async () => {
  const given = await aPerson();
  const { person } = given;
  const { url } = await beginConnecting(person, { kinds: ["drive"] });
  const { id } = await finishConnecting(person, comeBack(stateOf(url)));
  await tokenOf(asSource(person, "src_none"), { id: id ?? "", refused: "another" });
  const scope = { workspaceId: person.workspaceId, principals: ["all"] };
  const stored = await database.read(scope, async ({ connections, outbox }) => [
    await connections.list(null),
    await connections.readTokens(id ?? ""),
    await outbox.listUnsent(),
  ]);
  expect(Buffer.from(JSON.stringify(stored)).includes("planted")).toBe(false);
  const sealed = await database.read(scope, ({ connections }) => connections.readTokens(id ?? ""));
  expect(Buffer.from(sealed?.sealed ?? []).includes("planted")).toBe(false);
  expect(JSON.stringify(await auditOf(person))).not.toContain("planted");
});
