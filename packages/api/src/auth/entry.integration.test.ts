import { inviteMember } from "@besunny/core/members/invite-member";
import { anEmail, auditOf, password, signedIn } from "@besunny/core/test/contexts";
import { expect, test } from "vitest";

import { anApi, aPerson, auth, rest, signIn, WEB } from "../../test/an-api";
import { createHandlers } from "../handlers";
import type { ApiTools } from "../request-context";

const api = await anApi();

/** The same api where its users reach it, by https, behind so many proxies. */
async function anotherApi(changed: Partial<ApiTools>) {
  const { tools } = await anApi();
  const given = { ...tools, ...changed };
  return {
    base: api.base,
    tools: given,
    web: createHandlers(async () => given, { app: "web" }),
    admin: createHandlers(async () => given, { app: "admin" }),
  };
}

/** The clock does not move, so that no wait ends during a test. */
const now = new Date();
const still = await anotherApi({
  identityContext: (from) => ({ ...api.tools.identityContext(from), clock: () => now }),
});

const cookiesOf = (response: Response) => response.headers.getSetCookie();

test("it counts every password that is tried at an account, wherever it claims to come from", async () => {
  const { email } = await aPerson();
  const statuses: number[] = [];
  for (let n = 0; n < 25; n += 1) {
    const { response } = await signIn(
      still,
      { email, workspaceId: "" },
      { password: "wrong password", headers: { "x-forwarded-for": `203.0.113.${n}` } },
    );
    statuses.push(response.status);
  }

  expect(statuses.filter((status) => status === 401)).toHaveLength(21);
  expect(statuses.slice(21)).toEqual([429, 429, 429, 429]);
});

test("it tells a refused person when to come back, in a header and in words for the form", async () => {
  const { email } = await aPerson();
  const wrong = () => signIn(still, { email, workspaceId: "" }, { password: "wrong password" });
  let { response } = await wrong();
  for (let n = 0; n < 24 && response.status !== 429; n += 1) ({ response } = await wrong());

  expect(response.headers.get("retry-after")).toBe("1");
  const { url } = await response.json();
  expect(new URL(url).searchParams.get("error")).toBe("wait:1");
});

test("it never tests a password by an invitation, however often it is asked to", async () => {
  const owner = await aPerson();
  const victim = await aPerson();
  const actor = {
    kind: "user" as const,
    id: owner.userId,
    name: "Pat Person",
    role: "owner" as const,
    projects: [],
    via: signedIn,
  };
  const ctx = { ...api.base, workspaceId: owner.workspaceId, actor };
  const { token } = await inviteMember(ctx, { email: victim.email, role: "member" });
  const stranger = await api.web.caller(new Headers());

  expect(await stranger.identity.invitation({ token })).not.toHaveProperty("hasAccount");
  for (const guess of [password, "wrong password"])
    await expect(
      stranger.identity.acceptInvitation({ token, name: "X", password: guess }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(stranger.identity.joinWorkspace({ token })).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
  const { headers: others } = await signIn(api, await aPerson());
  const other = await api.web.caller(new Headers(others));
  await expect(other.identity.joinWorkspace({ token })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });

  const { headers } = await signIn(api, victim);
  const mine = await api.web.caller(new Headers(headers));
  expect(await mine.identity.joinWorkspace({ token })).toEqual({
    email: victim.email,
    workspaceId: owner.workspaceId,
  });
});

test("it makes a browser known at sign-in by a cookie that scripts and other sites cannot use", async () => {
  const { response } = await signIn(api, await aPerson());
  const cookie = cookiesOf(response).find((each) => each.startsWith("besunny.device="));
  expect(cookie).toMatch(/Path=\/; Max-Age=34560000; HttpOnly; SameSite=Strict$/);
});

test("it lets a known browser in while strangers have to wait", async () => {
  const person = await aPerson();
  const { headers } = await signIn(still, person);
  for (let n = 0; n < 30; n += 1) await signIn(still, person, { password: "wrong password" });

  expect((await signIn(still, person)).response.status).toBe(429);
  const device = /besunny\.device=[^;]+/.exec(headers.cookie)?.[0] ?? "";
  expect((await signIn(still, person, { headers: { cookie: device } })).response.status).toBe(200);
});

test("it keeps the address of the socket with the session, not the one that a client made up", async () => {
  const person = await aPerson();
  const from = { "x-besunny-peer": "198.51.100.7", "x-forwarded-for": "203.0.113.9" };
  await signIn(api, person, { headers: from });
  const behind = await anotherApi({ trustedProxies: 1 });
  await signIn(behind, person, { headers: from });

  const entries = (await auditOf(person)).filter(
    ({ operation }) => operation === "identity.sign-in",
  );
  expect(entries.map(({ ip }) => ip)).toEqual([
    expect.stringContaining("203.0.113.9"),
    expect.stringContaining("198.51.100.7"),
  ]);
});

test("by https each of its cookies is bound to the host", async () => {
  const urls = { ...api.tools.urls, web: "https://besunny.example" };
  const secure = await anotherApi({ urls });
  const person = await aPerson();
  const { response, headers } = await signIn(secure, person);

  const csrf = await auth(secure, "web", "csrf", new Request(`${WEB}/api/auth/csrf`));
  const cookies = [...cookiesOf(csrf), ...cookiesOf(response)];
  const names = cookies.map((cookie) => cookie.slice(0, cookie.indexOf("=")));
  expect(new Set(names)).toEqual(
    new Set(
      ["csrf", "callback", "session", "device", "challenge"].map(
        (name) => `__Host-besunny.${name}`,
      ),
    ),
  );
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/Domain=/i);
  }
  expect(await secure.web.session(new Headers(headers))).toMatchObject({
    user: { email: person.email },
  });
  const renamed = { cookie: headers.cookie.replaceAll("__Host-", "") };
  expect(await secure.web.session(new Headers(renamed))).toBeNull();
});

test("it tells the audit log who signed out, and from where", async () => {
  const person = await aPerson();
  const { headers } = await signIn(api, person);
  const csrf = await auth(api, "web", "csrf", new Request(`${WEB}/api/auth/csrf`, { headers }));
  const { csrfToken } = await csrf.json();
  await auth(
    api,
    "web",
    "signout",
    new Request(`${WEB}/api/auth/signout`, {
      method: "POST",
      headers: { ...headers, "user-agent": "A browser", "x-besunny-peer": "198.51.100.7" },
      body: new URLSearchParams({ csrfToken, json: "true" }),
    }),
  );

  expect((await auditOf(person))[0]).toMatchObject({
    operation: "identity.sign-out",
    actorId: person.userId,
    userAgent: "A browser",
    ip: expect.stringContaining("198.51.100.7"),
  });
});

test("a person who forgot their password chooses a new one by the mailed link, and every key ends", async () => {
  const person = await aPerson();
  const mails: string[] = [];
  const mail = {
    isConfigured: true,
    send: async ({ text }: { text: string }) => {
      mails.push(text);
      return true;
    },
  };
  const mailing = await anotherApi({
    identityContext: (from) => ({ ...api.tools.identityContext(from), mail }),
  });
  const { headers } = await signIn(mailing, person);
  const stranger = await mailing.web.caller(new Headers());

  expect(await stranger.identity.entryRules()).toEqual({ signUp: "open", sendsMail: true });
  await stranger.identity.requestPasswordReset({ email: person.email });
  await expect.poll(() => mails.length).toBe(1);
  const token = /reset-password\/(\S+)/.exec(mails[0] ?? "")?.[1] ?? "";
  const newPassword = "orbits and returns";
  await stranger.identity.resetPassword({ token, newPassword });

  expect((await rest(mailing, "/documents", { headers })).status).toBe(401);
  expect((await signIn(mailing, person)).response.status).toBe(401);
  expect((await signIn(mailing, person, { password: newPassword })).response.status).toBe(200);
});

test("an invitation that was mailed is shown to nobody else; one that could not be is handed over", async () => {
  const owner = await aPerson();
  const { headers } = await signIn(api, owner);
  const invite = async (send: () => Promise<boolean>) => {
    const mailing = await anotherApi({
      identityContext: (from) => ({
        ...api.tools.identityContext(from),
        mail: { isConfigured: true, send },
      }),
    });
    const caller = await mailing.web.caller(new Headers(headers));
    return caller.members.invite({ email: anEmail(), role: "member" });
  };

  expect(await invite(async () => true)).toMatchObject({ isMailed: true, url: null });
  const handed = await invite(() => Promise.reject(new Error("no server")));
  expect(handed).toMatchObject({ isMailed: false, url: expect.stringContaining("/invitation/") });
});
