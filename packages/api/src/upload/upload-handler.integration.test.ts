import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { getBatch } from "@besunny/core/batches/get-batch";
import { getDocument } from "@besunny/core/documents/get-document";
import { AppError } from "@besunny/core/errors";
import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { callerOf } from "@besunny/core/operation/caller-of";
import { archiveProject } from "@besunny/core/projects/archive-project";
import { createProject } from "@besunny/core/projects/create-project";
import { signedIn } from "@besunny/core/test/contexts";
import { afterAll, expect, test } from "vitest";

import { aForm, aKey, anApi, aPerson, rest, WEB } from "../../test/an-api";
import { createLimits } from "../limits/limits";
import { createAnnouncements } from "./announcements";
import { createUploadHandler } from "./upload-handler";
import { newUploadId } from "./upload-id";

const api = await anApi();
const tus = { "tus-resumable": "1.0.0" };
const inBase64 = (text: string) => Buffer.from(text).toString("base64");

async function anUploader(role?: "viewer") {
  const home = role ? (await aPerson()).workspaceId : undefined;
  const person = await aPerson({ ...(home && { home }), ...(role && { role }) });
  return { person, ...(await aKey(api, person, role)) };
}

function ask(method: string, path: string, headers: Record<string, string>, body?: string) {
  return api.web.upload(
    new Request(new URL(path, WEB), {
      method,
      headers: { ...tus, ...headers },
      ...(body && { body }),
    }),
  );
}

function create(headers: Record<string, string>, size: number, more = "") {
  return ask("POST", "/api/upload", {
    ...headers,
    "upload-length": String(size),
    "upload-metadata": `filename ${inBase64("lease.txt")},filetype ${inBase64("text/plain")}${more}`,
  });
}

function send(path: string, headers: Record<string, string>, offset: number, body: string) {
  const type = "application/offset+octet-stream";
  const sent = { ...headers, "upload-offset": String(offset), "content-type": type };
  return ask("PATCH", path, sent, body);
}

const text = `${Math.random()}`.padEnd(20, "x");

test("it goes on where a broken upload stopped, and ends as a document", async () => {
  const { headers, ctx } = await anUploader();
  const created = await create(headers, text.length);
  expect(created.status).toBe(201);
  const path = created.headers.get("location") ?? "";

  expect((await send(path, headers, 0, text.slice(0, 7))).status).toBe(204);
  const stopped = await ask("HEAD", path, headers);
  expect(stopped.headers.get("upload-offset")).toBe("7");
  expect((await send(path, headers, 3, text.slice(3))).status).toBe(409);
  const finished = await send(path, headers, 7, text.slice(7));

  const id = finished.headers.get("x-document-id") ?? "";
  expect(await getDocument(ctx, { id })).toMatchObject({ title: "lease", size: text.length });
});

test("an empty file ends as a document with the request that announces it, and nothing of it is left", async () => {
  const { headers, ctx } = await anUploader();
  const created = await create(headers, 0);

  expect(created.status).toBe(201);
  expect(created.headers.get("location")).toContain("/api/upload/");
  const id = created.headers.get("x-document-id") ?? "";
  expect(await getDocument(ctx, { id })).toMatchObject({ size: 0 });
  const left = async () => (await readdir(api.tools.places.uploads)).length;
  await expect.poll(left).toBe(0);
});

test("it looks up once who announces a file, and takes no bytes of a key that ended while they came", async () => {
  const { headers, ctx, id } = await anUploader();
  let lookUps = 0;
  const counting = createUploadHandler({
    ...api.tools,
    identityContext: (from) => {
      lookUps += 1;
      return api.tools.identityContext(from);
    },
  });
  const announced = await counting(
    new Request(`${WEB}/api/upload`, {
      method: "POST",
      headers: { ...tus, ...headers, "upload-length": "2" },
    }),
  );
  expect([announced.status, lookUps]).toEqual([201, 1]);

  const revoking = new ReadableStream<Uint8Array>({
    async start(body) {
      body.enqueue(Buffer.from("a"));
      await expect.poll(() => lookUps).toBe(2);
      await revokeApiKey(ctx, { id });
      body.enqueue(Buffer.from("b"));
      body.close();
    },
  });
  const type = "application/offset+octet-stream";
  const refused = await counting(
    new Request(new URL(announced.headers.get("location") ?? "", WEB), {
      method: "PATCH",
      headers: { ...tus, ...headers, "upload-offset": "0", "content-type": type },
      body: revoking,
      ...{ duplex: "half" },
    }),
  );
  expect(refused.status).toBe(401);
});

test("it counts a file in the batch that it names", async () => {
  const { headers, ctx } = await anUploader();
  const { id } = await createUploadBatch(ctx, { expectedCount: 1 });
  const batch = `,batchId ${inBase64(id)}`;
  const created = await create(headers, text.length, batch);
  await send(created.headers.get("location") ?? "", headers, 0, text);

  expect(await getBatch(ctx, { id })).toMatchObject({ totals: { all: 1, waiting: 1, missing: 0 } });
});

test("it tells of bytes that are there already", async () => {
  const { headers } = await anUploader();
  const whole = async () => {
    const created = await create(headers, text.length);
    return send(created.headers.get("location") ?? "", headers, 0, text);
  };
  const first = await whole();
  const second = await whole();

  expect(second.headers.get("x-duplicate-of")).toBe(first.headers.get("x-document-id"));
});

test("it files bytes that are there already to the project that is named, and says so", async () => {
  const { headers, ctx } = await anUploader();
  const { id } = await createProject(ctx, { name: "Second home" });
  const whole = async (more = "") => {
    const created = await create(headers, text.length, more);
    return send(created.headers.get("location") ?? "", headers, 0, text);
  };
  await whole();
  const second = await whole(`,projectId ${inBase64(id)}`);
  const hidden = await whole(`,projectId ${inBase64("prj_hidden")}`);

  expect(second.headers.get("x-filed-to")).toBe(id);
  expect(await getDocument(ctx, { id: second.headers.get("x-document-id") ?? "" })).toMatchObject({
    projects: [{ id }],
  });
  expect(hidden.status).toBe(404);
});

test.each([
  ["filename", "a\0b"],
  ["batchId", "bat_\0"],
  ["projectId", "prj_\0"],
  ["filetype", "text/\0"],
])("it refuses what could not be stored as %s", async (name, value) => {
  const { headers } = await anUploader();
  const metadata = { "upload-length": "1", "upload-metadata": `${name} ${inBase64(value)}` };
  const created = await ask("POST", "/api/upload", { ...headers, ...metadata });
  const place = created.headers.get("location");
  // A project is asked about before the bytes are sent.
  const refused = place ? await send(place, headers, 0, "x") : created;

  expect(refused.status).toBe(422);
});

test("it refuses a project that takes no documents before any byte is sent", async () => {
  const { headers, ctx } = await anUploader();
  const { id } = await createProject(ctx, { name: "Old" });
  await archiveProject(
    {
      ...ctx,
      actor: {
        kind: "user",
        id: "usr_owner",
        name: "Olive",
        role: "owner",
        projects: [],
        via: signedIn,
      },
    },
    { id },
  );
  const created = await create(headers, text.length, `,projectId ${inBase64(id)}`);

  expect(created.status).toBe(409);
});

test.each(["%ff", "%00", "a%00b", "..%2fsecrets.json", "a/b"])(
  "it finds nothing at a name that it never gave: %s",
  async (name) => {
    const { headers } = await anUploader();
    const path = `/api/upload/${name}`;

    expect((await ask("HEAD", path, headers)).status).toBe(404);
    expect((await ask("DELETE", path, headers)).status).toBe(404);
    expect((await send(path, headers, 0, "x")).status).toBe(404);
  },
);

test("it hides somebody's upload from everybody else", async () => {
  const [one, other] = [await anUploader(), await anUploader()];
  const path = (await create(one.headers, 20)).headers.get("location") ?? "";

  expect((await ask("HEAD", path, other.headers)).status).toBe(404);
  expect((await send(path, other.headers, 0, text)).status).toBe(404);
  expect((await ask("DELETE", path, other.headers)).status).toBe(404);
  expect((await ask("HEAD", path, one.headers)).headers.get("upload-offset")).toBe("0");
});

test("it takes nothing from a stranger or a viewer, nor more than the largest file", async () => {
  const { headers } = await anUploader("viewer");
  const member = await anUploader();

  expect((await create({}, 20)).status).toBe(401);
  expect((await create(headers, 20)).status).toBe(403);
  const tooLarge = await create(member.headers, 201 * 1024 ** 2);
  expect([tooLarge.status, await tooLarge.text()]).toEqual([
    413,
    "A file may have 200 MB at most. Split it, or make it smaller, and upload it again.",
  ]);
});

test("it speaks to pages of our own alone, and finds nothing under a broken name", async () => {
  const { headers } = await anUploader();
  const from = { ...headers, origin: "https://evil.example" };
  for (const method of ["OPTIONS", "HEAD", "DELETE"]) {
    const response = await ask(method, "/api/upload/%ff", from);
    expect([...response.headers.keys()].join()).not.toContain("access-control");
    if (method !== "OPTIONS") expect(response.status).toBe(404);
  }
});

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The handler with its own folder and bounds; `left` returns the names of the files in the folder. */
async function aDoor(
  given: Omit<Parameters<typeof createAnnouncements>[0], "directory">,
  tools: Partial<typeof api.tools> = {},
  quotas: Parameters<typeof createLimits>[1] = {},
) {
  const uploads = await mkdtemp(join(tmpdir(), "besunny-uploads-"));
  folders.push(uploads);
  const own = { ...api.tools, ...tools, places: { ...api.tools.places, uploads } };
  const announcements = createAnnouncements({ directory: uploads, ...given });
  const limits = createLimits({ store: own.limitStore, log: own.log }, quotas);
  const handle = createUploadHandler(own, { announcements, limits });
  const to = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    handle(
      new Request(new URL(path, WEB), {
        method,
        headers: { ...tus, ...headers },
        ...(body && { body }),
      }),
    );
  const announce = (headers: Record<string, string>, size = 20, more = "") =>
    to("POST", "/api/upload", {
      ...headers,
      "upload-length": String(size),
      "upload-metadata": `filename ${inBase64("lease.txt")}${more}`,
    });
  const whole = async (headers: Record<string, string>, more = "") => {
    const created = await announce(headers, text.length, more);
    const type = "application/offset+octet-stream";
    const sent = { ...headers, "upload-offset": "0", "content-type": type };
    return to("PATCH", created.headers.get("location") ?? "", sent, text);
  };
  return { uploads, to, announce, whole, left: () => readdir(uploads) };
}

test("it takes so many unfinished uploads of one person, from all at once, and gives a place back", async () => {
  const { to, announce, left } = await aDoor({ bounds: { uploads: 3, bytes: 1_000 } });
  const [one, other] = [await anUploader(), await anUploader()];
  for (let taken = 0; taken < 3; taken++) expect((await announce(one.headers)).status).toBe(201);
  const refused = await Promise.all([1, 2, 3, 4].map(() => announce(one.headers)));

  for (const response of refused) {
    expect(response.status).toBe(429);
    expect(await response.clone().text()).toBe(
      "There are 3 uploads of yours that are not finished. Finish or cancel some of them, then try again.",
    );
  }
  expect(await left()).toHaveLength(6);
  const taken = await announce(other.headers);
  expect(taken.status).toBe(201);
  await to("DELETE", taken.headers.get("location") ?? "", other.headers);
  expect((await announce(other.headers)).status).toBe(201);
});

test("it counts the bytes that one person announced, in all of their workspaces", async () => {
  const { uploads, announce } = await aDoor({ bounds: { uploads: 99, bytes: 100 } });
  const { person, headers } = await anUploader();
  await writeFile(join(uploads, newUploadId({ ...person, workspaceId: "ws_another" }, 60)), "");
  expect((await announce(headers, 41)).status).toBe(429);
  expect((await announce(headers, 40)).status).toBe(201);
});

test("it gives the place of an abandoned upload to the next, after hours", async () => {
  const { uploads, announce, left } = await aDoor({ bounds: { uploads: 1, bytes: 1_000 } });
  const { person, headers } = await anUploader();
  const fresh = newUploadId(person, 10);
  const hours = (count: number) => (Date.now() - count * 3_600_000).toString(36);
  const old = fresh.split("-").with(3, hours(13)).join("-");

  for (const name of [old, `${old}.json`]) await writeFile(join(uploads, name), "half");
  expect((await announce(headers)).status).toBe(201);
  await expect
    .poll(async () => (await left()).filter((name) => !name.endsWith(".json")))
    .toHaveLength(1);
});

test("it refuses what the disk has no room for, before a byte of it came", async () => {
  const { announce, left } = await aDoor({ freeBytes: async () => 256 * 1024 ** 2 + 100 });
  const { headers } = await anUploader();
  expect((await announce(headers, 50)).status).toBe(201);
  const refused = await announce(headers, 50);
  expect([refused.status, await refused.text()]).toEqual([
    507,
    "The disk of the server has no room for this file. Ask the person who runs BeSunny to free some space, then upload it again.",
  ]);
  expect(await left()).toHaveLength(2);
});

test.each([
  ["a project that there is not", `,projectId ${inBase64("prj_unknown")}`],
  ["a project that is none", `,projectId ${inBase64("nonsense")}`],
  ["a batch that there is not", `,batchId ${inBase64("bat_unknown")}`],
])("it keeps nothing of what was refused for %s", async (_, more) => {
  const { whole, left } = await aDoor({});
  const { headers } = await anUploader();
  expect([404, 422]).toContain((await whole(headers, more)).status);
  expect(await left()).toEqual([]);
});

test("it keeps nothing of what a full disk cut off, and says so in words", async () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  const { whole, left } = await aDoor(
    {},
    {
      workspaceCaller: (workspaceId, actor, by) => {
        const files = { ...api.base.files, writeFrom: () => Promise.reject(full) };
        return callerOf({ ...api.base, ...by, workspaceId, actor, files });
      },
    },
  );
  const { headers } = await anUploader();
  const refused = await whole(headers);
  expect(refused.status).toBe(507);
  expect(await refused.text()).toMatch(/^The disk of the server is full\. /);
  expect(await left()).toEqual([]);
});

test.skipIf(!existsSync("/dev/full"))(
  "it keeps nothing of a piece that the disk would not take",
  async () => {
    const { uploads, to, announce, left } = await aDoor({});
    const { headers } = await anUploader();
    const path = (await announce(headers)).headers.get("location") ?? "";
    const file = join(uploads, path.split("/").at(-1) ?? "");
    await rm(file);
    await symlink("/dev/full", file);

    const type = "application/offset+octet-stream";
    const sent = { ...headers, "upload-offset": "0", "content-type": type };
    const refused = await to("PATCH", path, sent, text);
    expect([refused.status, await refused.text()]).toEqual([507, expect.stringContaining("full")]);
    expect(await left()).toEqual([]);
  },
);

test("a form counts as an upload while it comes, and leaves nothing", async () => {
  const { headers } = await anUploader();
  const left = async () =>
    (await readdir(api.tools.places.uploads)).filter((n) => n.startsWith("rest-"));
  const taken = await rest(api, "/documents", { method: "POST", headers, body: aForm(text) });
  expect(taken.status).toBe(202);
  const broken = await rest(api, "/documents", {
    method: "POST",
    headers: { ...headers, "content-type": "multipart/form-data; boundary=x" },
    body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
  });
  expect(broken.status).toBe(422);
  expect(await left()).toEqual([]);

  const uploads = await mkdtemp(join(tmpdir(), "besunny-uploads-"));
  folders.push(uploads);
  const announcements = createAnnouncements({
    directory: uploads,
    bounds: { uploads: 1, bytes: 99 },
  });
  const one = { userId: "usr_1", workspaceId: "ws_1" };
  await announcements.hold(newUploadId(one, 1), async () => {
    const second = announcements.hold(newUploadId(one, 1), async () => "taken");
    await expect(second).rejects.toThrow(AppError);
  });
  expect(await readdir(uploads)).toEqual([]);
});

test("it refuses in words who announces too many files, and still takes the bytes of those announced", async () => {
  const { to, announce, left } = await aDoor({}, {}, { user: 9 });
  const [one, other] = [await anUploader(), await anUploader()];
  const created = await announce(one.headers, text.length);
  expect(created.status).toBe(201);

  const refused = await announce(one.headers);
  expect(refused.status).toBe(429);
  expect(await refused.text()).toMatch(/^Too many requests\. Wait \d+ s and try again\.$/);
  expect(await left()).toHaveLength(2);
  expect((await announce(other.headers)).status).toBe(201);

  const type = "application/offset+octet-stream";
  const sent = { ...one.headers, "upload-offset": "0", "content-type": type };
  expect((await to("PATCH", created.headers.get("location") ?? "", sent, text)).status).toBe(200);
});

test("it refuses who sends too many parts, and goes on from there later", async () => {
  const { to, announce } = await aDoor({}, {}, { parts: 2 });
  const { headers } = await anUploader();
  const path = (await announce(headers)).headers.get("location") ?? "";
  const type = "application/offset+octet-stream";
  const part = (offset: number) =>
    to("PATCH", path, { ...headers, "upload-offset": String(offset), "content-type": type }, "x");

  expect((await part(0)).status).toBe(204);
  expect((await part(1)).status).toBe(204);
  expect((await part(2)).status).toBe(429);
  expect((await to("HEAD", path, headers)).headers.get("upload-offset")).toBe("2");
});
