import { askQuestion } from "@besunny/core/answers/ask-question";
import { askInConversation } from "@besunny/core/conversations/ask-in-conversation";
import { findPassages } from "@besunny/core/search/find-passages";
import { expect, test } from "vitest";

import { aLimitStore } from "../../test/limit-store";
import { costOf, costOfCalls } from "./cost-of";
import { createLimits } from "./limits";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const limitsOf = (given: Parameters<typeof createLimits>[1], more = {}) =>
  createLimits({ store: aLimitStore().store, log, ...more }, given);
const asking = (path: string) => new Request(`http://x/api/v1${path}`);
const refused = { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) };
const reading = ["documents.list-documents"];

const program = (person: string, workspaceId = "ws_1", address = "10.0.0.1") => ({
  address,
  person,
  workspaceId,
  token: `bsk_of ${person}`,
});
const page = (person: string, address = "10.0.0.1") => ({
  address,
  person,
  workspaceId: "ws_1",
  token: null,
});

test("it counts what is dear as more, and the same at each door", () => {
  const points = (method: string, path: string) => costOf(method, `/api/v1${path}`).points;
  expect(points("POST", "/ask")).toBeGreaterThan(points("POST", "/documents"));
  expect(points("POST", "/documents")).toBeGreaterThan(points("GET", "/documents"));
  const question = costOf("POST", "/api/v1/ask");
  expect(costOfCalls([askQuestion.name])).toEqual(question);
  expect(costOfCalls([askInConversation.name])).toEqual(question);
  expect(costOfCalls([findPassages.name])).toEqual(costOf("GET", "/api/v1/search"));
  expect(costOfCalls([...reading, "no.such"])).toEqual({ points: 2, isPaid: false });
});

test("it stops one person without stopping their colleagues, until the workspace has used its own", async () => {
  const limits = limitsOf({ key: 100, user: 2, workspace: 3 });
  await limits.take(program("usr_1"), asking("/documents"));
  await limits.take(program("usr_1"), asking("/documents"));

  await expect(limits.take(program("usr_1"), asking("/documents"))).rejects.toMatchObject(refused);
  await limits.take(program("usr_2"), asking("/documents"));
  await expect(limits.take(program("usr_3"), asking("/documents"))).rejects.toMatchObject(refused);
  await limits.take(program("usr_1", "ws_2"), asking("/documents"));
});

test("a request that one bucket refuses takes nothing from the others", async () => {
  const limits = limitsOf({ key: 100, user: 1, workspace: 2 });
  await limits.take(program("usr_1"), asking("/documents"));
  for (let tries = 0; tries < 5; tries += 1)
    await expect(limits.take(program("usr_1"), asking("/documents"))).rejects.toMatchObject(
      refused,
    );

  const { rateLimit } = await limits.take(program("usr_2"), asking("/documents"));
  expect(rateLimit).toContain('"workspace";r=0');
});

test("it counts calls of procedures with requests, in the same buckets", async () => {
  const limits = limitsOf({ user: 3, key: 100 });
  await limits.take(program("usr_1"), asking("/documents"));
  await limits.takeCalls(program("usr_1"), [...reading, ...reading]);

  await expect(limits.takeCalls(program("usr_1"), reading)).rejects.toMatchObject(refused);
  await expect(limits.take(program("usr_1"), asking("/documents"))).rejects.toMatchObject(refused);
});

test("it counts each call of a batch", async () => {
  const limits = limitsOf({ app: 12 });
  await limits.takeCalls(page("usr_1"), [askQuestion.name, findPassages.name]);
  await expect(limits.takeCalls(page("usr_1"), reading)).rejects.toMatchObject(refused);
});

test("it has more for our own pages than for programs, and stops a stranger by address", async () => {
  const limits = limitsOf({ user: 1, app: 2, address: 1 });
  await limits.takeCalls(page("usr_1"), [...reading, ...reading]);
  await expect(limits.takeCalls(page("usr_1"), reading)).rejects.toMatchObject(refused);

  await limits.takeCalls({ address: "10.0.0.1" }, ["identity.sign-up"]);
  await expect(
    limits.takeCalls({ address: "10.0.0.1" }, ["identity.sign-up"]),
  ).rejects.toMatchObject(refused);
  await limits.takeCalls({ address: "10.0.0.2" }, ["identity.sign-up"]);
});

test("it counts everybody at an address together, and a network of IPv6 as one", async () => {
  const limits = limitsOf({ ip: 2 });
  await limits.takeCalls(page("usr_1"), reading);
  await limits.takeCalls(page("usr_2"), reading);
  await expect(limits.takeCalls(page("usr_3"), reading)).rejects.toMatchObject(refused);

  const networks = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"];
  const [first = "", second = "", other = ""] = networks;
  await limits.takeCalls(page("usr_4", first), reading);
  await limits.takeCalls(page("usr_5", second), reading);
  await expect(limits.takeCalls(page("usr_6", second), reading)).rejects.toMatchObject(refused);
  await limits.takeCalls(page("usr_6", other), reading);
});

test("it counts a workspace by the limits that are set for it, and says them", async () => {
  const ratesOf = async (workspaceId: string) => (workspaceId === "ws_1" ? { user: 1 } : {});
  const limits = limitsOf({ user: 2 }, { ratesOf });
  const { policy } = await limits.takeCalls(program("usr_1"), reading);
  expect(policy).toContain('"user";q=1;w=60');
  await expect(limits.takeCalls(program("usr_1"), reading)).rejects.toMatchObject({
    ...refused,
    policy: '"user";q=1;w=60',
  });

  await limits.takeCalls(program("usr_1", "ws_2"), reading);
  await limits.takeCalls(program("usr_1", "ws_2"), reading);
});

test("while the counters are away reading goes on, and questions that may cost money wait", async () => {
  const gone = () => Promise.reject(new Error("gone"));
  const limits = limitsOf({}, { store: { add: gone, giveBack: gone } });

  await limits.takeCalls(page("usr_1"), reading);
  await limits.take(program("usr_1"), asking("/documents"));
  const away = { code: "PROVIDER_UNAVAILABLE", retryAfterSeconds: expect.any(Number) };
  await expect(limits.takeCalls(page("usr_1"), [askQuestion.name])).rejects.toMatchObject(away);
  await expect(limits.take(program("usr_1"), asking("/ask"))).rejects.toMatchObject(away);
  await limits.takeCalls(page("usr_1"), reading);
});

test("it counts a file as REST does, and its parts in a bucket of their own", async () => {
  const limits = limitsOf({ key: 100, user: 6, parts: 2 });
  const sending = (method: string) => new Request("http://x/api/upload", { method });
  const user = /"user";r=(\d+)/;
  const one = program("usr_1");
  const { rateLimit } = await limits.takeUpload(one, sending("POST"));
  expect(rateLimit.match(user)?.[1]).toBe("1");
  await limits.takeUpload(one, sending("PATCH"));
  await limits.takeUpload(one, sending("PATCH"));

  await expect(limits.takeUpload(one, sending("PATCH"))).rejects.toMatchObject(refused);
  await limits.takeUpload(program("usr_2"), sending("PATCH"));
  await limits.takeUpload(one, sending("HEAD"));
  await expect(limits.takeUpload(one, sending("POST"))).rejects.toMatchObject(refused);
});

test("it names the buckets of REST alone in its policy", () => {
  expect(limitsOf({}).policy).toBe(
    '"key";q=600;w=60, "user";q=600;w=60, "app";q=3000;w=60, "workspace";q=20000;w=60, "ip";q=20000;w=60, "address";q=300;w=60',
  );
});
