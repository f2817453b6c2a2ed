import { randomUUID } from "node:crypto";
import type { WorkspaceContext } from "@besunny/core/context";
import { createGroup } from "@besunny/core/groups/create-group";
import { listGroups } from "@besunny/core/groups/list-groups";
import { listMembers } from "@besunny/core/members/list-members";
import { addDomain } from "@besunny/core/sso/add-domain";
import { checkDomain } from "@besunny/core/sso/check-domain";
import { getSignIn } from "@besunny/core/sso/get-sign-in";
import { putConnection } from "@besunny/core/sso/put-connection";
import { turnConnection } from "@besunny/core/sso/turn-connection";
import { anIdentityContext, auditOf, database, refusalsOf } from "@besunny/core/test/contexts";
import {
  anOidcIssuer,
  anSso,
  aSamlIssuer,
  asSamlResponse,
  type SamlSaid,
} from "@besunny/core/test/people/organisations";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { anApi, aPerson, signIn, WEB } from "../../../test/an-api";

const proofs = new Map<string, string[]>();
const sso = anSso(proofs);
const api = await anApi({ sso });
api.tools.identityContext = (from) =>
  anIdentityContext({ ...from, sso, ip: `${from.ip}-${randomUUID()}` });
let idp: Awaited<ReturnType<typeof anOidcIssuer>>;
beforeAll(async () => {
  idp = await anOidcIssuer();
});
afterAll(() => idp.close());

const rules = {
  name: "Mill",
  emailClaim: null,
  nameClaim: null,
  groupClaim: null,
  defaultRole: "viewer" as const,
  roleMap: [{ group: "admins", role: "admin" as const }],
  groupMap: [],
  makesAccounts: true,
};

/** The browser of a person: it keeps cookies as browsers do. */
function aBrowser(start = "") {
  const jar = new Map<string, string>();
  for (const pair of start.split("; ").filter(Boolean))
    jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  const headers = () => ({
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
  });
  async function go(path: string, body?: URLSearchParams) {
    const url = new URL(path, WEB);
    const request = new Request(url, { headers: headers(), ...(body && { method: "POST", body }) });
    const parts = url.pathname.replace("/api/auth/sso/", "").split("/");
    const response = await api.web.sso(request, parts);
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return { response, to: response.headers.get("location") ?? "" };
  }
  return { go, headers, session: () => api.web.session(new Headers(headers())) };
}
type Browser = ReturnType<typeof aBrowser>;

type Made = { ctx: WorkspaceContext; id: string; workspaceId: string; domain: string };

/** A workspace whose organisation signs people in, tested and on. */
async function anOrganisation(own: Partial<typeof rules> = {}): Promise<Made & { owner: Browser }> {
  const person = await aPerson();
  const { workspaceId } = person;
  const { headers } = await signIn(api, person);
  const owner = aBrowser(headers.cookie);
  const actor = {
    kind: "user" as const,
    id: person.userId,
    name: "Pat",
    role: "owner" as const,
    projects: [],
    via: { kind: "session" as const, id: "ses_test", confirmedAt: new Date(8.64e15) },
  };
  const ctx: WorkspaceContext = { ...api.base, workspaceId, actor };
  const settings = { ...rules, ...own };
  const { id } = await putConnection(ctx, {
    id: null,
    settings: {
      kind: "oidc",
      ...settings,
      issuer: idp.issuer,
      clientId: "besunny",
      clientSecret: "s3cret-of-the-issuer",
    },
  });
  const domain = `${randomUUID()}.example`;
  const { record, value } = await addDomain(ctx, { id, domain });
  await expect(checkDomain(ctx, { id, domain })).rejects.toMatchObject({ code: "CONFLICT" });
  proofs.set(record, ["something else", value]);
  await checkDomain(ctx, { id, domain });
  await expect(turnConnection(ctx, { id, isOn: true })).rejects.toMatchObject({ code: "CONFLICT" });
  const tested = await wayOf(owner, { id, mode: "test" }, { sub: "the-owner" });
  expect(tested.to).toBe(`${WEB}/?sso=test-done`);
  await turnConnection(ctx, { id, isOn: true });
  return { ctx, id, workspaceId, domain, owner };
}

type Claims = { sub: string; email?: string; groups?: string[]; sid?: string; name?: string };

/** Goes to the issuer and back. */
async function wayOf(
  browser: Browser,
  { id, mode = "sign-in", next = "/" }: { id: string; mode?: string; next?: string },
  claims: Claims,
) {
  const callback = await toCallback(browser, { id, mode, next }, claims);
  const back = await browser.go(callback);
  if (!back.to.includes("/open?")) return back;
  return browser.go(back.to);
}

let codes = 0;
async function toCallback(
  browser: Browser,
  { id, mode = "sign-in", next = "/" }: { id: string; mode?: string; next?: string },
  claims: Claims,
) {
  const begun = await browser.go(
    `/api/auth/sso/begin?id=${id}&mode=${mode}&next=${encodeURIComponent(next)}`,
  );
  const { searchParams } = new URL(begun.to);
  const code = `code-${codes++}`;
  const at = Math.floor(Date.now() / 1000);
  const nonce = searchParams.get("nonce");
  const token = { iss: idp.issuer, aud: "besunny", iat: at, exp: at + 300, nonce, ...claims };
  idp.issue(code, await idp.sign(token));
  const query = new URLSearchParams({ code, state: searchParams.get("state") ?? "" });
  return `/api/auth/sso/oidc/${id}/callback?${query}`;
}

describe("signing in with an organisation", () => {
  test("makes a member of a new person of a proven domain, with the role of their groups", async () => {
    const { ctx, id, workspaceId, domain } = await anOrganisation();
    const browser = aBrowser();
    const email = `ada@${domain}`;
    const claims = { sub: "ada", email, name: "Ada", groups: ["admins"] };
    const { to } = await wayOf(browser, { id, next: "/library" }, claims);

    expect(to).toBe(`${WEB}/library`);
    expect(await browser.session()).toMatchObject({
      user: { email, name: "Ada" },
      workspaceId,
      role: "admin",
      isOfOrganisation: true,
    });
    const { items } = await listMembers(ctx, {});
    expect(items.find((member) => member.email === email)).toMatchObject({ role: "admin" });
    expect(await auditOf(ctx)).toContainEqual(
      expect.objectContaining({ operation: "identity.open-sso", outcome: "ok" }),
    );

    const again = aBrowser();
    await wayOf(again, { id }, { ...claims, groups: [] });
    expect(await again.session()).toMatchObject({ role: "viewer" });
  });

  test("never takes over the account of an address", async () => {
    const { ctx, id, domain } = await anOrganisation();
    const victim = await aPerson();
    await database.identity.users.find(victim.userId);
    const browser = aBrowser();
    const foreign = await wayOf(browser, { id }, { sub: "eve", email: victim.email });
    expect(foreign.to).toBe(`${WEB}/sign-in?sso=unknown`);

    const email = `bob@${domain}`;
    await database.identity.users.create({ email, name: "Bob", passwordHash: "x" });
    const taken = await wayOf(browser, { id }, { sub: "bob", email });
    expect(taken.to).toBe(`${WEB}/sign-in?sso=taken`);
    expect(await browser.session()).toBeNull();
    expect(await auditOf(ctx)).toContainEqual(
      expect.objectContaining({ operation: "identity.open-sso", outcome: "failed" }),
    );
  });

  test("makes no account where the connection makes none", async () => {
    const { id, domain } = await anOrganisation({ makesAccounts: false });
    const { to } = await wayOf(aBrowser(), { id }, { sub: "ada", email: `ada@${domain}` });
    expect(to).toBe(`${WEB}/sign-in?sso=unknown`);
  });

  test("reaches the organisation's workspace alone, and not the account", async () => {
    const { id, owner, workspaceId } = await anOrganisation();
    const linked = await wayOf(owner, { id, mode: "link" }, { sub: "pat" });
    expect(linked.to).toBe(`${WEB}/?sso=link-done`);
    const own = await owner.session();
    await database.identity.access.createWorkspace("Another", own?.user.id ?? "");

    const browser = aBrowser();
    await wayOf(browser, { id }, { sub: "pat" });
    const session = await browser.session();
    expect(session?.user.id).toBe(own?.user.id);
    expect(session?.workspaces.map((each) => each.id)).toEqual([workspaceId]);
    const caller = await api.web.caller(new Headers(browser.headers()));
    for (const refused of [
      () => caller.security.beginTotp(),
      () => caller.identity.ownData(),
      () => caller.identity.signOutEverywhere(),
      () => caller.security.get(),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("gives members the groups that rules name, and takes them back", async () => {
    const first = await anOrganisation();
    const { id: groupId } = await createGroup(first.ctx, { name: "Staff" });
    const { connections } = await getSignIn(first.ctx, { webUrl: WEB });
    expect(JSON.stringify(connections)).not.toContain("s3cret-of-the-issuer");
    await putConnection(first.ctx, {
      id: first.id,
      settings: {
        kind: "oidc",
        ...rules,
        groupMap: [{ group: "staff", groupId }],
        issuer: idp.issuer,
        clientId: "besunny",
      },
    });
    const claims = { sub: "ada", email: `ada@${first.domain}` };
    await wayOf(aBrowser(), { id: first.id }, { ...claims, groups: ["staff"] });
    expect((await listGroups(first.ctx, {}))[0]?.members).toHaveLength(1);
    await wayOf(aBrowser(), { id: first.id }, { ...claims, groups: [] });
    expect((await listGroups(first.ctx, {}))[0]?.members).toHaveLength(0);
  });
});

describe("an answer", () => {
  test("that comes twice asks the issuer once, and opens one session", async () => {
    const { id, domain } = await anOrganisation();
    const browser = aBrowser();
    const callback = await toCallback(browser, { id }, { sub: "ada", email: `ada@${domain}` });
    const before = idp.exchanged.length;
    const both = await Promise.all([browser.go(callback), browser.go(callback)]);
    expect(idp.exchanged.length - before).toBe(1);
    const tickets = both.map(({ to }) => to).filter((to) => to.includes("/open?"));
    expect(tickets).toHaveLength(1);
    await browser.go(tickets[0] ?? "");
    expect(await browser.session()).not.toBeNull();
    const again = await browser.go(tickets[0] ?? "");
    expect(again.to).toBe(`${WEB}/sign-in?sso=ended`);
  });

  test("counts in no other browser, and for no other connection", async () => {
    const { id, domain } = await anOrganisation();
    const other = await anOrganisation();
    const claims = { sub: "ada", email: `ada@${domain}` };
    const thief = aBrowser();
    const begun = aBrowser();
    const { to } = await begun.go(await toCallback(begun, { id }, claims));
    expect((await thief.go(to)).to).toBe(`${WEB}/sign-in?sso=ended`);
    expect(await thief.session()).toBeNull();

    const callback = await toCallback(begun, { id }, claims);
    const moved = await begun.go(callback.replace(id, other.id));
    expect(moved.to).toBe(`${WEB}/sign-in?sso=ended`);
  });

  test("that the issuer did not sign is refused, and the log of the workspace says so", async () => {
    const { ctx, id } = await anOrganisation();
    const browser = aBrowser();
    const callback = await toCallback(browser, { id }, { sub: "ada" });
    const forged = callback.replace(/code=[^&]*/, "code=forged");
    expect((await browser.go(forged)).to).toBe(`${WEB}/sign-in?sso=refused`);
    expect((await auditOf(ctx))[0]).toMatchObject({
      operation: "identity.finish-sso",
      outcome: "failed",
      input: { reason: "The issuer refused the exchange (invalid_grant)" },
    });
  });
});

describe("the issuer's logout", () => {
  async function signedIn() {
    const made = await anOrganisation();
    const browser = aBrowser();
    const claims = { sub: "ada", email: `ada@${made.domain}`, sid: randomUUID() };
    await wayOf(browser, { id: made.id }, claims);
    expect(await browser.session()).not.toBeNull();
    return { ...made, browser, claims };
  }
  const tokenOf = (own: object) =>
    idp.sign({
      iss: idp.issuer,
      aud: "besunny",
      iat: Math.floor(Date.now() / 1000),
      jti: randomUUID(),
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
      ...own,
    });
  const send = (id: string, token: string) =>
    api.web.sso(
      new Request(`${WEB}/api/auth/sso/oidc/${id}/logout`, {
        method: "POST",
        body: new URLSearchParams({ logout_token: token }),
      }),
      ["oidc", id, "logout"],
    );

  test("ends the session that it names, at once and once", async () => {
    const { id, browser, claims } = await signedIn();
    const token = await tokenOf({ sid: claims.sid, sub: "ada" });
    expect((await send(id, await tokenOf({ sid: "another" }))).status).toBe(200);
    expect(await browser.session()).not.toBeNull();
    expect((await send(id, token)).status).toBe(200);
    expect(await browser.session()).toBeNull();
    expect((await send(id, token)).status).toBe(400);
  });

  test("is refused for another connection, and when it is forged", async () => {
    const one = await signedIn();
    const two = await signedIn();
    await send(two.id, await tokenOf({ sid: one.claims.sid }));
    expect(await one.browser.session()).not.toBeNull();
    const forged = await tokenOf({ sid: one.claims.sid, aud: "other" });
    expect((await send(one.id, forged)).status).toBe(400);
    expect((await send(one.id, "nothing")).status).toBe(400);
    expect(await one.browser.session()).not.toBeNull();
  });
});

describe("signing in by SAML", () => {
  test("is set up with a real certificate alone", async () => {
    const { ctx } = await anOrganisation();
    const saml = { kind: "saml" as const, ...rules, issuer: "x", signInUrl: "https://x.example" };
    const settings = { ...saml, certificates: ["no certificate"] };
    await expect(putConnection(ctx, { id: null, settings })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  async function withKey() {
    const { ctx, workspaceId, domain } = await anOrganisation();
    const id = await database.write({ workspaceId, principals: [] }, ({ ssoConnections }) =>
      ssoConnections.create({
        ...rules,
        kind: "saml",
        issuer: "https://idp.mill.example",
        clientId: null,
        signInUrl: "https://idp.mill.example/sso",
        certificates: [],
      }),
    );
    const entityId = `${WEB}/api/auth/sso/saml/${id}`;
    const saml = aSamlIssuer({ entityId, callbackUrl: `${entityId}/acs` });
    await database.write({ workspaceId, principals: [] }, async ({ ssoConnections }) => {
      await ssoConnections.change(id, {
        ...rules,
        kind: "saml",
        issuer: saml.issuer,
        clientId: null,
        signInUrl: "https://idp.mill.example/sso",
        certificates: [saml.certificate],
      });
      await ssoConnections.turn(id, true);
      const own = `saml.${domain}`;
      await ssoConnections.addDomain(id, own, "x");
      await ssoConnections.proveDomain(id, own, new Date());
    });
    return { ctx, id, saml, workspaceId, domain: `saml.${domain}` };
  }

  /** The request that the browser takes to the issuer: its id and its state. */
  async function begun(browser: Browser, id: string) {
    const { to } = await browser.go(`/api/auth/sso/begin?id=${id}&mode=sign-in&next=/`);
    const { searchParams } = new URL(to);
    const { inflateRawSync } = await import("node:zlib");
    const request = inflateRawSync(
      Buffer.from(searchParams.get("SAMLRequest") ?? "", "base64"),
    ).toString();
    const requestId = request.match(/ID="([^"]+)"/)?.[1] ?? "";
    return { requestId, state: searchParams.get("RelayState") ?? "" };
  }

  const post = (browser: Browser, id: string, { state, xml }: { state: string; xml: string }) =>
    browser.go(
      `/api/auth/sso/saml/${id}/acs`,
      new URLSearchParams({ RelayState: state, SAMLResponse: asSamlResponse(xml) }),
    );

  test("opens a session for the person of an assertion, and takes it once", async () => {
    const { id, saml, domain, workspaceId } = await withKey();
    const browser = aBrowser();
    const { requestId, state } = await begun(browser, id);
    const said: SamlSaid = {
      inResponseTo: requestId,
      attributes: [{ name: "email", values: [`ada@${domain}`] }],
    };
    const xml = saml.xmlOf(said);
    const back = await post(browser, id, { state, xml });
    await browser.go(back.to);
    expect(await browser.session()).toMatchObject({ workspaceId, isOfOrganisation: true });

    const thief = aBrowser();
    expect((await post(thief, id, { state, xml })).to).toBe(`${WEB}/sign-in?sso=ended`);
    const own = await begun(thief, id);
    expect((await post(thief, id, { state: own.state, xml })).to).toBe(
      `${WEB}/sign-in?sso=refused`,
    );
    expect(await thief.session()).toBeNull();
  });

  test("takes no assertion without a request of ours", async () => {
    const { id, saml } = await withKey();
    const browser = aBrowser();
    const { to } = await post(browser, id, { state: "", xml: saml.xmlOf({}) });
    expect(to).toBe(`${WEB}/sign-in?sso=ended`);
  });

  test("takes no assertion that was meant for another connection of the same issuer", async () => {
    const one = await withKey();
    const two = await withKey();
    const browser = aBrowser();
    const { requestId, state } = await begun(browser, one.id);
    const xml = two.saml.xmlOf({ inResponseTo: requestId });
    expect((await post(browser, one.id, { state, xml })).to).toBe(`${WEB}/sign-in?sso=refused`);
  });
});

test("nobody else's connection can be read, changed or turned on", async () => {
  const { id } = await anOrganisation();
  const other = await anOrganisation();
  await expect(turnConnection(other.ctx, { id, isOn: false })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const { connections } = await getSignIn(other.ctx, { webUrl: WEB });
  expect(connections.map((connection) => connection.id)).toEqual([other.id]);
  expect(await refusalsOf(other.ctx)).toEqual([]);
});

test("the sign-in page finds an organisation by its domain alone", async () => {
  const { id, domain } = await anOrganisation();
  const caller = await api.web.caller(new Headers());
  expect(await caller.security.findOrganisation({ email: `anybody@${domain}` })).toMatchObject({
    organisation: { id },
  });
  expect(await caller.security.findOrganisation({ email: "x@nowhere.example" })).toEqual({
    organisation: null,
  });
});
