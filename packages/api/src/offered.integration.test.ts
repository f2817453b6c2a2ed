import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Action, keyScopes, scopeFor } from "@besunny/core/access/actions";
import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { catalogue, type Entry, findOperation } from "@besunny/core/catalogue";
import type { Door } from "@besunny/core/operation/door";
import { createProject } from "@besunny/core/projects/create-project";
import { aDocument } from "@besunny/core/test/documents";
import { describe, expect, test } from "vitest";

import { aKey, anApi, aPerson, contractOf, rest } from "../test/an-api";
import { exampleOf, type Schema } from "../test/example-of";
import { appRouter } from "./trpc/router";

type Route = {
  "x-operations"?: readonly string[];
  parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

const api = await anApi();
// All keys are of one person, who asks for more in a minute than people may.
Object.assign(api.tools, { ratesOf: async () => ({ user: 1_000_000, key: 1_000_000 }) });
const contract = await contractOf(api);
const routes = Object.entries(contract.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, route]: [string, Route]) => ({
    ...route,
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operations: (route["x-operations"] ?? []).map(entryOf),
  })),
);
const procedures = Object.entries(proceduresOf(appRouter)).map(([path, { _def }]) => ({
  path,
  operation: _def.meta?.operation,
}));

/** At run time a router holds its procedures by their paths; the types nest them. */
function proceduresOf(router: { _def: { procedures: object } }) {
  return router._def.procedures as Record<string, { _def: { meta?: { operation?: string } } }>;
}

const person = await aPerson();
const keys = await Promise.all(
  keyScopes.map(async (scope) => ({ scope, ...(await aKey(api, person, "owner", [scope])) })),
);
/** Ids of existing things, so that a route which reads first finds something. */
const known = { components: contract.components, ids: await idsOfThings() };

/** Procedures that are no operation, with the reason. */
const noOperation: Record<string, string> = {
  "admin.auditedOperations": "it reads the catalogue, which is no secret",
  "admin.workspaceOperations": "it reads the catalogue, which is no secret",
  "workspace.operations": "it reads the catalogue, which is no secret",
  "identity.session": "It shows the session with which the request came.",
};

/** Operations that the web app offers beside tRPC, by the file that calls them. */
const besideTrpc: Record<string, string> = {
  "audit.export-log": "rest/audit/audit.ts",
  "compliance.make-evidence": "rest/audit/audit.ts",
  "content.get-content": "rest/content.ts",
  "content.get-page-image": "rest/content.ts",
  "content.get-picture": "rest/content.ts",
  "exports.open-export": "rest/privacy/exports.ts",
  "documents.check-upload": "upload/upload-handler.ts",
  "documents.download-documents": "rest/archive.ts",
  "documents.export-list": "rest/archive.ts",
  "documents.receive-upload": "upload/upload-handler.ts",
  "documents.upload-version": "upload/upload-handler.ts",
  "identity.check-api-key": "create-request-context.ts",
  "identity.check-link": "link/answer-link.ts",
  "identity.check-session": "session.ts",
  "identity.check-supabase-token": "create-request-context.ts",
  "identity.find-actor": "live/socket-token.ts",
  "identity.finish-sign-in": "auth/auth-options.ts",
  "identity.begin-sso": "auth/sso/answer-sso.ts",
  "identity.finish-sso": "auth/sso/answer-sso.ts",
  "identity.open-sso": "auth/sso/answer-sso.ts",
  "identity.sign-in": "auth/auth-options.ts",
  "identity.sign-in-with-passkey": "auth/auth-options.ts",
  "identity.sign-out": "auth/auth-options.ts",
  "identity.use-consent": "oauth/answer-callback.ts",
  "slack.finish-installing": "hooks/answer-slack.ts",
};

/** The same for REST: what each request does before its route, and what providers call. */
const besideRoutes: Record<string, string> = {
  "documents.check-upload": "upload/upload-handler.ts",
  "webhooks.receive-delivery": "hooks/answer-inbound.ts",
  "identity.receive-inbound": "hooks/answer-inbound.ts",
  "identity.receive-slack": "hooks/answer-slack.ts",
  "slack.answer-click": "hooks/answer-slack.ts",
  "identity.check-api-key": "create-request-context.ts",
  "identity.check-session": "session.ts",
  "identity.check-supabase-token": "create-request-context.ts",
  "identity.find-actor": "live/socket-token.ts",
  "identity.receive-app-hook": "hooks/answer-hook.ts",
  "identity.receive-hook": "hooks/answer-hook.ts",
  "identity.receive-logout": "auth/sso/answer-logout.ts",
};

/** The same for the admin app, whose entry is next-auth's. */
const besideAdminTrpc: Record<string, string> = {
  "identity.check-session": "session.ts",
  "identity.finish-sign-in": "auth/auth-options.ts",
  "identity.sign-in": "auth/auth-options.ts",
  "identity.sign-in-with-passkey": "auth/auth-options.ts",
  "identity.sign-out": "auth/auth-options.ts",
};

test("every procedure is an operation that its door may offer", () => {
  expect(procedures.length).toBeGreaterThan(80);
  for (const { path, operation } of procedures) {
    if (path in noOperation) expect(operation, path).toBeUndefined();
    else {
      const { surface, doors } = entryOf(operation ?? `the one of ${path}`);
      expect(doors, path).toContain(surface === "platform" ? "admin" : "web");
    }
  }
});

test("every operation that the web app or the admin app offers has a procedure, or is listed beside them", () => {
  const offered = new Set(procedures.map(({ operation }) => operation));

  expect(missing("web", offered)).toEqual(Object.keys(besideTrpc).toSorted());
  expect(missing("admin", offered)).toEqual(Object.keys(besideAdminTrpc).toSorted());
});

test("every route is made of operations, and every operation that REST offers has a route", () => {
  expect(routes.length).toBeGreaterThan(30);
  for (const { name, operations } of routes) {
    expect(operations, name).not.toEqual([]);
    for (const { doors } of operations) expect(doors, name).toContain("rest");
  }
  const offered = new Set(routes.flatMap(({ operations }) => operations.map(({ name }) => name)));
  expect(missing("rest", offered)).toEqual(Object.keys(besideRoutes).toSorted());
});

test("what is listed beside procedures and routes is called where the list says", () => {
  for (const [name, place] of [besideTrpc, besideRoutes, besideAdminTrpc].flatMap(Object.entries)) {
    const source = readFileSync(join(import.meta.dirname, place), "utf8");
    const [slice, file] = name.split(".");
    expect(source, name).toMatch(new RegExp(`@besunny/core/${slice}/(\\w+/)?${file}"`));
  }
});

describe("a key with one scope alone", () => {
  test.each(routes.map((route) => [route.name, route] as const))(
    "is refused %s where that needs another scope",
    async (_name, { method, path, operations, parameters = [], requestBody }) => {
      const needed = new Set(operations.map(scopeOf));
      expect(needed.size).toBe(1);
      const others = keys.filter(({ scope }) => !needed.has(scope));
      expect(others).toHaveLength(keyScopes.length - 1);

      for (const { headers } of others) {
        const response = await rest(api, addressOf(path, parameters), {
          method,
          ...bodyOf(requestBody),
          headers,
        });
        expect(await response.json()).toMatchObject({ code: "FORBIDDEN" });
        expect(response.status).toBe(403);
      }
    },
  );
});

async function idsOfThings(): Promise<string[]> {
  const { ctx, id } = await aKey(api, person, "owner");
  const document = await aDocument(ctx);
  const project = await createProject(ctx, { name: "Building" });
  const batch = await createUploadBatch(ctx, { expectedCount: 1 });
  // Nobody needs to be named: a key is refused before anything is looked up.
  return [
    document.id,
    project.id,
    batch.id,
    id,
    "ent_nobody",
    "viw_nobody",
    "cnv_nobody",
    "trn_nobody",
    "tag_nobody",
    "fld_nobody",
    "opt_nobody",
    "iss_nobody",
    "cln_nobody",
    "src_nobody",
    "mtg_nobody",
    "act_nobody",
    "atm_nobody",
    "arn_nobody",
    "arh_nobody",
    "apr_nobody",
    "rcp_nobody",
    "ret_nobody",
    "rtn_nobody",
    "whe_nobody",
    "msg_nobody",
    "whi_nobody",
    "wex_nobody",
    "dep_nobody",
    "ret_nobody",
    "awt_nobody",
  ];
}

function missing(door: Door, offered: ReadonlySet<string | undefined>): string[] {
  return catalogue
    .filter(({ name, doors }) => doors.includes(door) && !offered.has(name))
    .map(({ name }) => name)
    .toSorted();
}

function entryOf(name: string): Entry {
  const entry = findOperation(name);
  if (!entry) throw new Error(`There is no operation ${name}`);
  return entry;
}

function scopeOf({ name, permission }: Entry) {
  if (permission === null || !isAction(permission)) throw new Error(`${name} needs no scope`);
  return scopeFor[permission];
}

function isAction(permission: string): permission is Action {
  return permission in scopeFor;
}

function addressOf(path: string, parameters: NonNullable<Route["parameters"]>): string {
  const concrete = path
    .replace("/api/v1", "")
    .replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      String(exampleOf(parameters.find((each) => each.name === name)?.schema ?? {}, known)),
    );
  const query = parameters
    .filter((each) => each.in === "query" && each.required)
    .map(({ name, schema }) => [name, String(exampleOf(schema, known))]);
  return query.length > 0 ? `${concrete}?${new URLSearchParams(query)}` : concrete;
}

function bodyOf(body: Route["requestBody"]): { body?: BodyInit | object } {
  if (!body) return {};
  const schema = body.content["application/json"]?.schema;
  if (schema) return { body: Object(exampleOf(schema, known)) };
  const form = new FormData();
  form.set("file", new File(["A lease."], "lease.txt", { type: "text/plain" }));
  return { body: form };
}
