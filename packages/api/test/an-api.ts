import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KeyScope, Role } from "@besunny/core/access/actions";
import type { WorkspaceContext } from "@besunny/core/context";
import { signUp } from "@besunny/core/identity/sign-up";
import { createApiKey } from "@besunny/core/keys/create-api-key";
import { callerOf } from "@besunny/core/operation/caller-of";
import { platformCallerOf } from "@besunny/core/operation/platform-caller-of";
import {
  aContext,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  database,
  password,
  signedIn,
} from "@besunny/core/test/contexts";
import { silentLog } from "@besunny/core/test/tools";
import { afterAll } from "vitest";

import { createHandlers } from "../src/handlers";
import type { ApiTools, App } from "../src/request-context";
import type { Contract } from "../src/rest/open-api/contract";
import { contractKeeper } from "./keeps-contract";

export const WEB = "http://localhost:3000";
export const ADMIN = "http://localhost:3001";

const uploads = await mkdtemp(join(tmpdir(), "besunny-api-"));
afterAll(() => rm(uploads, { recursive: true, force: true }));

type Given = Parameters<typeof aContext>[0];

/** The api as the apps mount it, on the real database. It has models, reader and index only if the test passes them. */
export async function anApi(given: Given = {}) {
  const base: WorkspaceContext = await aContext({ ...given, role: "owner" });
  const tools: ApiTools = {
    log: silentLog,
    metricsToken: undefined,
    authSecret: "a secret for tests that is long enough",
    urls: { web: WEB, admin: ADMIN, worker: "http://localhost:3002" },
    trustedProxies: 0,
    places: { uploads },
    changes: base.changes,
    billing: { kind: "none" },
    hearing: {
      ofSource: async () => ({ notice: { kind: "refused" }, secret: null }),
      ofApp: async () => null,
    },
    limitStore: database.identity.requestCounters,
    ratesOf: async () => ({}),
    workspaceCaller: (workspaceId, actor, by) => callerOf({ ...base, ...by, workspaceId, actor }),
    identityContext: (from) => anIdentityContext({ ...from, ip: `${from.ip}-${randomUUID()}` }),
    platformCaller: (actor, by) => platformCallerOf(aPlatformContext({ actor, ...by })),
    health: async () => ({ isReady: true, checks: {} }),
  };
  return {
    tools,
    /** The tools that the operations of this api work with. */
    base,
    web: createHandlers(async () => tools, { app: "web" }),
    admin: createHandlers(async () => tools, { app: "admin" }),
  };
}

export type Api = Awaited<ReturnType<typeof anApi>>;

/** Somebody with an account, an owner of their own workspace; with a role in `home` too where it is given. */
export async function aPerson({ home, role = "member" }: { home?: string; role?: Role } = {}) {
  const email = anEmail();
  const { user, workspace } = await signUp(anIdentityContext(), {
    name: "Pat Person",
    email,
    password,
    workspaceName: "Pat's own",
  });
  if (home) await database.identity.access.addMember(home, user.id, role);
  return { userId: user.id, email, workspaceId: home ?? workspace.id };
}

export type Person = Awaited<ReturnType<typeof aPerson>>;

type Entering = { app?: App; password?: string; headers?: Record<string, string> };

/** Signs in through next-auth's own routes, as a browser does. Returns the answer and the headers of the browser's next requests. */
export async function signIn(
  api: Api,
  { email, workspaceId }: Pick<Person, "email" | "workspaceId">,
  { app = "web", password: given = password, headers: own = {} }: Entering = {},
) {
  const origin = app === "web" ? WEB : ADMIN;
  const csrf = await auth(api, app, "csrf", new Request(`${origin}/api/auth/csrf`));
  const { csrfToken } = await csrf.json();
  const body = new URLSearchParams({ csrfToken, email, password: given, json: "true" });
  const response = await auth(
    api,
    app,
    "callback/credentials",
    new Request(`${origin}/api/auth/callback/credentials`, {
      method: "POST",
      body,
      headers: { ...own, cookie: [cookiesFrom(csrf), own.cookie].filter(Boolean).join("; ") },
    }),
  );
  const cookie = `${cookiesFrom(csrf, response)}; besunny.workspace=${workspaceId}`;
  return { response, headers: { cookie } };
}

export function auth(api: Api, app: App, path: string, request: Request): Promise<Response> {
  return api[app].auth(request, { params: Promise.resolve({ nextauth: path.split("/") }) });
}

/** A key of this person's, as the header that carries it. */
export async function aKey(
  api: Api,
  { userId, workspaceId }: Pick<Person, "userId" | "workspaceId">,
  role: Role = "member",
  scopes?: KeyScope[],
) {
  const actor = {
    kind: "user" as const,
    id: userId,
    name: "Pat Person",
    role: role === "viewer" ? "member" : role,
    projects: [],
    via: signedIn,
  };
  const ctx: WorkspaceContext & { actor: typeof actor } = { ...api.base, workspaceId, actor };
  const { key, id } = await createApiKey(ctx, { name: "A test's", ...(scopes && { scopes }) });
  return { id, ctx, headers: { authorization: `Bearer ${key}` } };
}

type Asked = { method?: string; body?: BodyInit | object; headers?: Record<string, string> };

/** Asks `/api/v1`; an object is sent as JSON. An answer that is not as the contract says fails the test. */
export async function rest(
  api: Api,
  path: string,
  { method = "GET", body, headers = {} }: Asked = {},
): Promise<Response> {
  const isPlain = body !== undefined && Object.getPrototypeOf(body) === Object.prototype;
  const request = new Request(`${WEB}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(isPlain && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: isPlain ? JSON.stringify(body) : asBody(body) }),
  });
  const response = await api.web.rest(request);
  keeper ??= contractOf(api).then(contractKeeper);
  await (await keeper)(request, response);
  return response;
}

/** The contract as it is published. */
export async function contractOf({ web }: Api): Promise<Contract> {
  return (await web.rest(new Request(`${WEB}/api/v1/openapi.json`))).json();
}

let keeper: Promise<ReturnType<typeof contractKeeper>> | undefined;

/** A form with one file in it. */
export function aForm(text: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([text], "lease.txt", { type: "text/plain" }));
  return form;
}

/** Plain objects were sent as JSON before. */
function asBody(body: BodyInit | object): BodyInit {
  return body as BodyInit;
}

/** Returns the cookies of a browser after these responses: the newest of each name, without the deleted ones. */
function cookiesFrom(...responses: Response[]): string {
  const jar = new Map<string, string>();
  for (const cookie of responses.flatMap(({ headers }) => headers.getSetCookie())) {
    const [pair = ""] = cookie.split(";");
    jar.set(pair.slice(0, pair.indexOf("=")), pair);
  }
  return [...jar.values()].filter((pair) => !pair.endsWith("=")).join("; ");
}
