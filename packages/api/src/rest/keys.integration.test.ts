import { listAllApiKeys } from "@besunny/core/keys/list-all-api-keys";
import { database } from "@besunny/core/test/contexts";
import { expect, test } from "vitest";

import { aForm, aKey, anApi, aPerson, rest, signIn, WEB } from "../../test/an-api";

const api = await anApi();

/** Somebody who is signed in as an owner of their own workspace, or as somebody else in that one. */
async function aVisitor(given: Parameters<typeof aPerson>[0] = {}) {
  const person = await aPerson(given);
  return { ...person, headers: (await signIn(api, person)).headers };
}

const make = (headers: Record<string, string>, body: object = { name: "Script" }) =>
  rest(api, "/keys", { method: "POST", headers, body });
const list = async (headers: Record<string, string>, query = "") =>
  (await rest(api, `/keys${query}`, { headers })).json();

test("it makes a key, lists it without itself, and lets it in until it is revoked", async () => {
  const { headers, userId } = await aVisitor();
  const made = await make(headers, { name: "Script", scopes: ["read"] });
  const { id, key, ...shown } = await made.json();
  const held = { authorization: `Bearer ${key}` };

  expect(made.status).toBe(201);
  expect(made.headers.get("cache-control")).toBe("no-store");
  expect(shown).toMatchObject({ name: "Script", scopes: ["read"], state: "active" });
  const listed = await list(headers);
  expect(listed).toMatchObject({ items: [{ id, person: { id: userId } }], nextCursor: null });
  expect(JSON.stringify(listed)).not.toContain(key);
  expect((await rest(api, "/documents", { headers: held })).status).toBe(200);

  const revoked = await rest(api, `/keys/${id}`, { method: "DELETE", headers });
  expect(revoked.status).toBe(204);
  expect((await rest(api, "/documents", { headers: held })).status).toBe(401);
  expect((await list(headers)).items).toEqual([]);
});

test("it shows everybody's keys to owners and admins alone, and lets them revoke any", async () => {
  const owner = await aVisitor();
  const home = owner.workspaceId;
  const member = await aVisitor({ home });
  const viewer = await aVisitor({ home, role: "viewer" });
  const { id } = await (await make(member.headers)).json();

  expect(await list(owner.headers, "?of=all")).toMatchObject({
    items: [{ id, person: { email: member.email } }],
  });
  for (const { headers } of [member, viewer])
    expect(await list(headers, "?of=all")).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect(await (await make(viewer.headers)).json()).toMatchObject({ status: 403 });
  expect(await list(viewer.headers)).toMatchObject({ items: [] });

  const path = `/keys/${id}`;
  for (const { headers } of [viewer, await aVisitor()])
    expect(await (await rest(api, path, { method: "DELETE", headers })).json()).toMatchObject({
      status: 404,
    });
  const revoke = () => rest(api, path, { method: "DELETE", headers: owner.headers });
  expect((await revoke()).status).toBe(204);
  expect((await revoke()).status).toBe(409);
  expect(await list(owner.headers, "?of=all")).toMatchObject({ items: [{ state: "revoked" }] });
});

test("it says which field is wrong where a key would end in the past", async () => {
  const { headers } = await aVisitor();
  const response = await make(headers, { name: "Old", expiresAt: "2020-01-01T00:00:00Z" });

  expect(await response.json()).toMatchObject({
    code: "INVALID_INPUT",
    errors: [{ path: "expiresAt", message: expect.any(String) }],
  });
});

test("it keeps no new key to answer with it again", async () => {
  const { headers, userId, workspaceId } = await aVisitor();
  const keyed = { ...headers, "idempotency-key": "a key" };
  const [first, second] = [await make(keyed), await make(keyed)];

  expect(second.headers.get("idempotency-replayed")).toBeNull();
  expect((await second.json()).key).not.toBe((await first.json()).key);
  const now = new Date();
  const kept = await database.write({ workspaceId, principals: ["all"] }, ({ idempotencyKeys }) =>
    idempotencyKeys.claim(
      { actorId: userId, key: "a key", fingerprint: "x" },
      { now, before: new Date(0), abandoned: new Date(0) },
    ),
  );
  expect(kept).toEqual({ kind: "claimed" });
});

test("it refuses a key what it was not made for, at every door", async () => {
  const owner = await aPerson();
  const reader = await aKey(api, owner, "owner", ["read"]);
  const writer = await aKey(api, owner, "owner");
  const { headers } = reader;
  const tus = new Request(`${WEB}/api/upload`, {
    method: "POST",
    headers: { ...headers, "tus-resumable": "1.0.0", "upload-length": "1" },
  });

  expect((await rest(api, "/documents", { headers })).status).toBe(200);
  expect((await api.web.upload(tus)).status).toBe(403);
  for (const response of [
    await rest(api, "/documents", { method: "POST", headers, body: aForm("x") }),
    await rest(api, "/projects", { method: "POST", headers, body: { name: "x" } }),
    await make(headers),
    await make(writer.headers),
    await rest(api, "/keys", writer),
  ])
    expect(await response.json()).toMatchObject({ status: 403, code: "FORBIDDEN" });
  const caller = await api.web.caller(new Headers(writer.headers));
  const { members } = caller;
  await expect(members.invite({ email: "x@example.test", role: "admin" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(members.createApiKey({ name: "More" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await listAllApiKeys(reader.ctx, {})).items).toHaveLength(2);
});

test("it lets no key, whatever its scopes, near what belongs to the person", async () => {
  const person = await aPerson();
  const { headers } = await aKey(api, person, "owner", [
    "read",
    "write",
    "delete",
    "members",
    "keys",
  ]);
  // The cookie of the same person must not help a key either.
  const { cookie } = (await signIn(api, person)).headers;
  for (const given of [headers, { ...headers, cookie }]) {
    const { identity } = await api.web.caller(new Headers(given));
    const passwords = { currentPassword: "x", newPassword: "another long password" };
    for (const act of [
      () => identity.sessions(),
      () => identity.revokeSession({ id: "ses_1" }),
      () => identity.signOutEverywhere(),
      () => identity.changePassword(passwords),
      () => identity.changeName({ name: "Somebody" }),
      () => identity.changeLanguage({ language: "de" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(await identity.session()).toBeNull();
  }
});

test.for([
  [undefined, 200],
  [null, 200],
  [{}, 200],
  [{ revokeKeys: true }, 401],
] as const)("signing out everywhere with %o leaves a key answering %i", async ([asked, status]) => {
  const person = await aPerson();
  const held = await aKey(api, person);
  const { headers } = await signIn(api, person);
  const { identity } = await api.web.caller(new Headers(headers));

  await identity.signOutEverywhere(asked);

  expect((await rest(api, "/documents", { headers })).status).toBe(401);
  expect((await rest(api, "/documents", held)).status).toBe(status);
});

test("a key that may write and not read changes nothing where the answer would show the thing", async () => {
  const { headers } = await aVisitor();
  const form = aForm("The rent is due.", {});
  const { document } = await (
    await rest(api, "/documents", { method: "POST", headers, body: form })
  ).json();
  const batch = await (
    await rest(api, "/batches", {
      method: "POST",
      headers,
      body: { kind: "upload", expectedCount: 1 },
    })
  ).json();
  const { key } = await (await make(headers, { name: "Writer", scopes: ["write"] })).json();
  const writer = { authorization: `Bearer ${key}` };
  const refused = async (method: string, path: string, body?: object) =>
    expect(
      await (await rest(api, path, { method, headers: writer, ...(body && { body }) })).json(),
    ).toMatchObject({ status: 403, code: "FORBIDDEN" });

  await refused("PATCH", `/documents/${document.id}`, { title: "Renamed" });
  await refused("POST", `/batches/${batch.id}/cancel`);
  await refused("POST", "/batches", { kind: "upload", expectedCount: 1 });

  const after = await (await rest(api, `/documents/${document.id}`, { headers })).json();
  expect(after.title).toBe(document.title);
  const batches = await (await rest(api, "/batches", { headers })).json();
  expect(batches.items).toEqual([expect.objectContaining({ id: batch.id, state: batch.state })]);
});
