import { readdir } from "node:fs/promises";

import { createUploadBatch } from "@besunny/core/batches/create-upload-batch";
import { getBatch } from "@besunny/core/batches/get-batch";
import { getDocument } from "@besunny/core/documents/get-document";
import { createProject } from "@besunny/core/projects/create-project";
import { expect, test } from "vitest";

import { aKey, anApi, aPerson, WEB } from "../../test/an-api";

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
  const sent = await send(created.headers.get("location") ?? "", headers, 0, "x");

  expect(sent.status).toBe(422);
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
  expect((await create(member.headers, 3 * 1024 ** 3)).status).toBe(413);
});
