import { getDocument } from "@besunny/core/documents/get-document";
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

function create(headers: Record<string, string>, size: number) {
  return ask("POST", "/api/upload", {
    ...headers,
    "upload-length": String(size),
    "upload-metadata": `filename ${inBase64("lease.txt")},filetype ${inBase64("text/plain")}`,
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
