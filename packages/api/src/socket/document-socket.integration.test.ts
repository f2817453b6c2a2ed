import { createServer } from "node:http";
import type { Actor } from "@besunny/core/access/actor";
import { fileDocuments } from "@besunny/core/documents/file-documents";
import { listApiKeys } from "@besunny/core/keys/list-api-keys";
import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { changeMemberRole } from "@besunny/core/members/change-member-role";
import { createProject } from "@besunny/core/projects/create-project";
import { database } from "@besunny/core/test/contexts";
import {
  aDocument,
  aModel,
  anUnderstanding,
  process,
  wordVectors,
} from "@besunny/core/test/documents";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";

import { aForm, aKey, anApi, aPerson, rest, signIn, WEB } from "../../test/an-api";
import { aLimitStore } from "../../test/limit-store";
import { createLimits } from "../limits/limits";
import { createDocumentSocket } from "./document-socket";

const api = await anApi({
  reader: { read: async () => aModel("The rent is 900 a month.") },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: { replaceDocument: async () => undefined },
});
const server = createServer();
const sockets = createDocumentSocket(api.tools, { pingEveryMs: 500 });
let address: string;

beforeAll(async () => {
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  address = `ws://127.0.0.1:${typeof at === "object" ? at?.port : ""}`;
});

afterAll(() => {
  sockets.close();
  server.close();
});

async function aFollower() {
  const person = await aPerson();
  const { headers, ctx } = await aKey(api, person);
  const form = { method: "POST", headers, body: aForm(`${Math.random()}`) };
  const { document, links } = await (await rest(api, "/documents", form)).json();
  return { person, ctx, headers, id: String(document.id), token: new URL(links.socket).search };
}

/** A busy machine may take its time; only never is too late. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });

type Message = {
  type: string;
  seq: number;
  document?: { id: string; status: string };
  stage?: { name: string };
};

/** Opens a socket and hands on its messages; `ended` is how it was refused or closed. */
function open(path: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${address}${path}`, { headers });
  const messages: Message[] = [];
  socket.on("message", (data) => messages.push(JSON.parse(data.toString())));
  const ended = new Promise<number>((resolve) => {
    socket.on("unexpected-response", (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on("close", resolve);
    socket.on("error", () => undefined);
  });
  return { socket, messages, ended };
}

test("it tells first how a document stands, then what becomes of it", async () => {
  const { headers, ctx, id } = await aFollower();
  const { socket, messages } = open(`/ws/documents/${id}`, headers);
  await eventually(() => messages[0]?.type).toBe("snapshot");

  await process(ctx, id);

  await eventually(() => messages.at(-1)?.document?.status).toBe("ready");
  expect(messages.map(({ stage }) => stage?.name)).toContain("indexed");
  socket.close();
});

test("it goes on after what the follower has seen", async () => {
  const { headers, ctx, id } = await aFollower();
  const before = open(`/ws/documents/${id}`, headers);
  await eventually(() => before.messages.length).toBe(1);
  before.socket.close();
  await process(ctx, id);

  const seen = before.messages[0]?.seq;
  const { socket, messages } = open(`/ws/documents/${id}?after=${seen}`, headers);
  await eventually(() => messages.at(-1)?.document?.status).toBe("ready");
  expect(messages.map(({ type }) => type)).not.toContain("snapshot");
  socket.close();
});

test("it lets a page of ours in by its session's cookie, and no page of another site", async () => {
  const { person, id } = await aFollower();
  const { headers } = await signIn(api, person);
  const ours = open(`/ws/documents/${id}`, { ...headers, origin: WEB });
  await eventually(() => ours.messages.length).toBe(1);
  ours.socket.close();

  const theirs = open(`/ws/documents/${id}`, { ...headers, origin: "https://evil.example" });
  expect(await theirs.ended).toBe(403);
});

test("it lets in by the token of an upload's answer, to that document alone", async () => {
  const { ctx, id, token } = await aFollower();
  const other = await aDocument(ctx);
  const { socket, messages } = open(`/ws/documents/${id}${token}`);
  await eventually(() => messages[0]?.document?.id).toBe(id);
  socket.close();

  expect(await open(`/ws/documents/${other.id}${token}`).ended).toBe(401);
});

test("it lets nobody in by a token whose key was revoked, and closes on those who are in", async () => {
  const { ctx, id, token } = await aFollower();
  const { messages, ended } = open(`/ws/documents/${id}${token}`);
  await eventually(() => messages.length).toBe(1);

  const [key] = (await listApiKeys(ctx, {})).items;
  await revokeApiKey(ctx, { id: key?.id ?? "" });

  expect(await ended).toBe(4401);
  expect(await open(`/ws/documents/${id}${token}`).ended).toBe(401);
});

test("it refuses a stranger, and hides what is not theirs", async () => {
  const [{ id }, { headers }] = await Promise.all([aFollower(), aFollower()]);

  expect(await open(`/ws/documents/${id}`).ended).toBe(401);
  expect(await open(`/ws/documents/${id}`, headers).ended).toBe(404);
  expect(await open("/ws/elsewhere", headers).ended).toBe(404);
});

test("it closes on a person whose session is revoked while they follow", async () => {
  const { person, id } = await aFollower();
  const { headers } = await signIn(api, person);
  const { messages, ended } = open(`/ws/documents/${id}`, headers);
  await eventually(() => messages.length).toBe(1);

  await database.identity.sessions.revokeAll(person.userId, new Date());

  expect(await ended).toBe(4401);
});

test("it closes on who is demoted, whose key is revoked, and who may no longer see the document", async () => {
  const keeper = await aFollower();
  const owner = { ...keeper.ctx, actor: { ...asPerson(keeper.ctx.actor), role: "owner" as const } };
  const { id: secret } = await createProject(owner, { name: "Secret", isRestricted: true });
  const member = await aPerson({ home: keeper.person.workspaceId });
  const theirs = await aKey(api, member);
  const { headers } = await signIn(api, member);
  const follow = async (given: Record<string, string>) => {
    const { messages, ended } = open(`/ws/documents/${keeper.id}`, given);
    await eventually(() => messages.length).toBe(1);
    return { ended };
  };

  const byKey = await follow(theirs.headers);
  await revokeApiKey(theirs.ctx, { id: theirs.id });
  expect(await byKey.ended).toBe(4401);

  const demoted = await follow(headers);
  await changeMemberRole(owner, { userId: member.userId, role: "viewer" });
  expect(await demoted.ended).toBe(4409);

  const hidden = await follow(headers);
  await fileDocuments(owner, { projectId: secret, add: [keeper.id] });
  expect(await hidden.ended).toBe(4404);
});

function asPerson(actor: Actor) {
  if (actor.kind !== "user") throw new Error("A person was expected");
  return actor;
}

/** Opens sockets at a door with quotas of its own; every client comes from the given address. */
async function aDoor(quotas: Parameters<typeof createLimits>[1], ip?: string) {
  const { identityContext, log } = api.tools;
  const tools: typeof api.tools = {
    ...api.tools,
    identityContext: (from) => ({ ...identityContext(from), ...(ip && { ip }) }),
  };
  const door = createDocumentSocket(tools, {
    limits: createLimits({ store: aLimitStore().store, log }, quotas),
  });
  const own = createServer().on("upgrade", (request, socket, head) =>
    door.upgrade(request, socket, head),
  );
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    door.close();
    own.close();
  });
  const at = own.address();
  const url = `ws://127.0.0.1:${typeof at === "object" ? at?.port : ""}`;
  return async (path: string, headers: Record<string, string> = {}) => {
    const socket = new WebSocket(`${url}${path}`, { headers });
    socket.on("error", () => undefined);
    return new Promise<{ status: number; wait?: string | undefined }>((resolve) => {
      socket.on("unexpected-response", (_request, response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, wait: response.headers["retry-after"] });
      });
      socket.on("open", () => {
        socket.close();
        resolve({ status: 101 });
      });
    });
  };
}

test("it refuses a person who opens too many sockets, and nobody else", async () => {
  const [one, other] = [await aFollower(), await aFollower()];
  const enter = await aDoor({ user: 2 });
  const path = `/ws/documents/${one.id}`;

  for (let opened = 0; opened < 2; opened += 1)
    expect((await enter(path, one.headers)).status).toBe(101);
  const refused = await enter(path, one.headers);
  expect(refused).toEqual({ status: 429, wait: expect.stringMatching(/^\d+$/) });
  expect((await enter(`/ws/documents/${other.id}`, other.headers)).status).toBe(101);
});

test("it refuses an address from which too many sockets are opened, before it looks who asks", async () => {
  const enter = await aDoor({ address: 2 }, `10.9.8.7-${Math.random()}`);
  const path = "/ws/documents/doc_some";

  expect((await enter(path)).status).toBe(401);
  expect((await enter(path)).status).toBe(401);
  expect((await enter(path)).status).toBe(429);
});
