import { database } from "@besunny/core/test/contexts";
import { expect, test } from "vitest";

import { ADMIN, anApi, aPerson, auth, rest, signIn, WEB } from "../../test/an-api";
import { appRouter } from "../trpc/router";

const api = await anApi();

test("it signs a person in through next-auth's own routes", async () => {
  const person = await aPerson();
  const { response, headers } = await signIn(api, person);

  expect(response.status).toBe(200);
  const session = await api.web.session(new Headers(headers));
  expect(session).toMatchObject({ workspaceId: person.workspaceId, role: "owner" });
});

test("it keeps the session's cookie from scripts and other sites", async () => {
  const { response } = await signIn(api, await aPerson());

  const cookie = response.headers
    .getSetCookie()
    .find((each) => each.startsWith("besunny.session="));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test("it tells next-auth's own session route who is signed in", async () => {
  const person = await aPerson();
  const { headers } = await signIn(api, person);
  const asked = new Request(`${WEB}/api/auth/session`, { headers });

  const session = await (await auth(api, "web", "session", asked)).json();
  expect(session).toMatchObject({ user: { email: person.email } });
});

test("it lets nobody in with a wrong password, and says so", async () => {
  const { response, headers } = await signIn(api, await aPerson(), { password: "wrong password" });

  expect(response.status).toBe(401);
  expect(decodeURIComponent((await response.json()).url)).toContain("Address or password is wrong");
  expect(await api.web.session(new Headers(headers))).toBeNull();
});

test("it refuses a sign-in without next-auth's own token against forgery", async () => {
  const { email } = await aPerson();
  const response = await auth(
    api,
    "web",
    "callback/credentials",
    new Request(`${WEB}/api/auth/callback/credentials`, {
      method: "POST",
      body: new URLSearchParams({ email, password: "correct horse battery", json: "true" }),
    }),
  );

  expect(response.headers.getSetCookie().join()).not.toContain("besunny.session=");
});

test("it leads nobody to another site after signing in or out", async () => {
  const asked = `${ADMIN}/api/auth/signin?callbackUrl=https://evil.example/`;
  const response = await auth(api, "admin", "signin", new Request(asked));

  expect(response.headers.get("location")).not.toMatch(/^https:\/\/evil/);
  const callback = response.headers
    .getSetCookie()
    .find((each) => each.startsWith("besunny-admin.callback="));
  expect(decodeURIComponent(callback ?? "")).toContain(`besunny-admin.callback=${ADMIN}`);
});

test("it shuts a session out the moment that it is revoked", async () => {
  const person = await aPerson();
  const { headers } = await signIn(api, person);
  expect((await rest(api, "/documents", { headers })).status).toBe(200);

  await database.identity.sessions.revokeAll(person.userId, new Date());

  expect((await rest(api, "/documents", { headers })).status).toBe(401);
  expect(await api.web.session(new Headers(headers))).toBeNull();
});

test("it ends the session's row when a person signs out", async () => {
  const { headers } = await signIn(api, await aPerson());
  const csrf = await auth(api, "web", "csrf", new Request(`${WEB}/api/auth/csrf`, { headers }));
  const { csrfToken } = await csrf.json();
  await auth(
    api,
    "web",
    "signout",
    new Request(`${WEB}/api/auth/signout`, {
      method: "POST",
      headers,
      body: new URLSearchParams({ csrfToken, json: "true" }),
    }),
  );

  expect((await rest(api, "/documents", { headers })).status).toBe(401);
});

test("it keeps those who are no platform admins out of the admin app", async () => {
  const { response } = await signIn(api, await aPerson(), { app: "admin" });

  expect(response.status).toBe(401);
});

async function anAdmin() {
  const person = await aPerson();
  await database.identity.users.makePlatformAdmin(person.email);
  return person;
}

test("it takes web's cookie for nothing in admin, and admin's for nothing in web", async () => {
  const person = await anAdmin();
  const web = await signIn(api, person);
  const admin = await signIn(api, person, { app: "admin" });
  const renamed = {
    cookie: web.headers.cookie.replaceAll("besunny.session", "besunny-admin.session"),
  };

  expect(await api.admin.session(new Headers(admin.headers))).not.toBeNull();
  expect(await api.admin.session(new Headers(web.headers))).toBeNull();
  expect(await api.admin.session(new Headers(renamed))).toBeNull();
  expect(await api.web.session(new Headers(admin.headers))).toBeNull();
});

test("it answers admin's questions to a platform admin in the admin app alone", async () => {
  const person = await anAdmin();
  const { headers } = await signIn(api, person);
  const { headers: admin } = await signIn(api, person, { app: "admin" });

  const inWeb = await api.web.caller(new Headers(headers));
  await expect(inWeb.admin.overview({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  const inAdmin = await api.admin.caller(new Headers(admin));
  expect(await inAdmin.admin.overview({})).toHaveProperty("totals");
});

const open = [
  "identity.signUp",
  "identity.confirmSignUp",
  "identity.requestPasswordReset",
  "identity.resetPassword",
  "identity.entryRules",
  "identity.session",
  "identity.invitation",
  "identity.certificate",
  "identity.acceptInvitation",
  "identity.mailSubscription",
  "identity.stopMails",
  "security.beginPasskeySignIn",
  "security.findOrganisation",
  "security.proveAddress",
];
const procedures = Object.keys(appRouter._def.procedures);

test.for(procedures.filter((path) => !open.includes(path)))(
  "it refuses %s to whoever has not signed in, before looking at what they ask",
  async (path) => {
    await expect(call(await api.web.caller(new Headers()), path)).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  },
);

test.for(procedures.filter((path) => path.startsWith("admin.")))(
  "it refuses %s to a person who is no platform admin",
  async (path) => {
    const { headers } = await signIn(api, await aPerson());
    await expect(call(await api.admin.caller(new Headers(headers)), path)).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  },
);

test("it refuses what another site's page sends with our user's cookie", async () => {
  const { headers } = await signIn(api, await aPerson());
  const forged = { ...headers, origin: "https://evil.example", "content-type": "application/json" };
  const post = (url: string) => new Request(url, { method: "POST", headers: forged, body: "{}" });

  for (const response of [
    await api.web.trpc(post(`${WEB}/api/trpc/projects.create`)),
    await api.web.rest(post(`${WEB}/api/v1/projects`)),
    await api.web.upload(post(`${WEB}/api/upload`)),
  ])
    expect(response.status).toBe(403);
});

/** Calls a procedure by its path; a subscription begins to ask when it is read. */
async function call(caller: object, path: string): Promise<unknown> {
  let found: unknown = caller;
  for (const name of path.split(".")) found = memberOf(found, name);
  if (typeof found !== "function") throw new Error(`There is no procedure ${path}`);
  return found(undefined);
}

/** A caller is a proxy that is a function at every step. */
function memberOf(of: unknown, name: string): unknown {
  if (of === null || (typeof of !== "object" && typeof of !== "function")) return undefined;
  return Reflect.get(of, name);
}
