import type { WorkspaceContext } from "@besunny/core/context";
import { expect, test } from "vitest";

import { aLimitStore } from "../../test/limit-store";
import { costOf, costOfCall, createLimits } from "./rate-limit";

const who = (
  id: string,
  workspaceId = "ws_1",
): Pick<WorkspaceContext, "actor" | "workspaceId"> => ({
  workspaceId,
  actor: {
    kind: "user",
    id,
    name: "Pat",
    role: "member",
    projects: [],
    via: { kind: "session", id: "ses_1" },
  },
});
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const limitsOf = (given: Parameters<typeof createLimits>[1]) =>
  createLimits({ store: aLimitStore().store, log }, given);
const headers = { authorization: "Bearer bsk_some" };
const asking = (path: string) => new Request(`http://x/api/v1${path}`, { headers });
const refused = { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) };

test("it counts what is dear as more", () => {
  expect(costOf("POST", "/api/v1/ask")).toBeGreaterThan(costOf("POST", "/api/v1/documents"));
  expect(costOf("POST", "/api/v1/documents")).toBeGreaterThan(costOf("GET", "/api/v1/documents"));
  expect(costOfCall("ask.answer")).toBe(costOf("POST", "/api/v1/ask"));
  expect(costOfCall("search.find")).toBe(costOf("GET", "/api/v1/search"));
  expect(costOfCall("documents.list")).toBe(costOf("GET", "/api/v1/documents"));
});

test("it stops one person without stopping their colleagues, until the workspace has used its own", async () => {
  const limits = limitsOf({ key: 100, user: 2, workspace: 3 });
  await limits.take(who("usr_1"), asking("/documents"));
  await limits.take(who("usr_1"), asking("/documents"));

  await expect(limits.take(who("usr_1"), asking("/documents"))).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  await limits.take(who("usr_2"), asking("/documents"));
  await expect(limits.take(who("usr_3"), asking("/documents"))).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  await limits.take(who("usr_1", "ws_2"), asking("/documents"));
});

test("it counts calls of procedures with requests, in the same buckets", async () => {
  const limits = limitsOf({ user: 3, key: 100 });
  const program = { person: "usr_1", workspaceId: "ws_1", token: "bsk_some" };
  await limits.take(who("usr_1"), asking("/documents"));
  await limits.takeCalls(program, ["documents.list", "documents.get"]);

  await expect(limits.takeCalls(program, ["documents.list"])).rejects.toMatchObject(refused);
  await expect(limits.take(who("usr_1"), asking("/documents"))).rejects.toMatchObject(refused);
});

test("it counts each call of a batch", async () => {
  const limits = limitsOf({ app: 12 });
  const page = { person: "usr_1", workspaceId: null, token: null };
  await limits.takeCalls(page, ["ask.answer", "search.find"]);
  await expect(limits.takeCalls(page, ["documents.list"])).rejects.toMatchObject(refused);
});

test("it has more for our own pages than for programs, and stops a stranger by address", async () => {
  const limits = limitsOf({ user: 1, app: 2, address: 1 });
  const page = { person: "usr_1", workspaceId: "ws_1", token: null };
  await limits.takeCalls(page, ["documents.list", "documents.get"]);
  await expect(limits.takeCalls(page, ["documents.get"])).rejects.toMatchObject(refused);

  await limits.takeCalls({ address: "10.0.0.1" }, ["identity.signUp"]);
  await expect(
    limits.takeCalls({ address: "10.0.0.1" }, ["identity.signUp"]),
  ).rejects.toMatchObject(refused);
  await limits.takeCalls({ address: "10.0.0.2" }, ["identity.signUp"]);
});

test("it counts a file as REST does, and its parts in a bucket of their own", async () => {
  const limits = limitsOf({ key: 100, user: 6, parts: 2 });
  const sending = (method: string) => new Request("http://x/api/upload", { method, headers });
  const user = /"user";r=(\d+)/;
  expect((await limits.takeUpload(who("usr_1"), sending("POST"))).match(user)?.[1]).toBe("1");
  await limits.takeUpload(who("usr_1"), sending("PATCH"));
  await limits.takeUpload(who("usr_1"), sending("PATCH"));

  await expect(limits.takeUpload(who("usr_1"), sending("PATCH"))).rejects.toMatchObject(refused);
  await limits.takeUpload(who("usr_2"), sending("PATCH"));
  await limits.takeUpload(who("usr_1"), sending("HEAD"));
  await expect(limits.takeUpload(who("usr_1"), sending("POST"))).rejects.toMatchObject(refused);
});

test("it names the buckets of REST alone in its policy", () => {
  expect(limitsOf({}).policy).toBe(
    '"key";q=600;w=60, "user";q=600;w=60, "app";q=3000;w=60, "workspace";q=20000;w=60, "address";q=300;w=60',
  );
});
