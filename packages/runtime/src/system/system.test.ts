import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { readEnv } from "../env";
import { findPlaces } from "../places";
import { createSystem } from "./system";

type Parts = Parameters<typeof createSystem>[0];

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "besunny-system-"));
});
afterEach(() => rm(data, { recursive: true, force: true }));

/** Of all tools a test uses these alone; one that it leaves out fails as if it were away. */
function aSystem({ env = {}, ...parts }: { env?: object } & Record<string, object> = {}) {
  const whole = { ...readEnv(), ...env };
  return createSystem(
    asParts({
      env: whole,
      places: { ...findPlaces({ BESUNNY_DATA_DIR: data, NODE_ENV: "test" }) },
      urls: { web: "http://w", admin: "http://a", worker: "http://j" },
      wantedIndex: "sqlite/minilm",
      cache: { ping: null },
      runs: null,
      db: {},
      tools: { clock: () => new Date(), ...parts.tools },
      ...parts.others,
    }),
  );
}

/** The given parts, in place of all tools; a trial calls only these. */
function asParts(parts: object): Parts {
  return parts as Parts;
}

test("a store that returns something else than was written fails its test", async () => {
  const kept = new Set<string>();
  const files = {
    write: async (key: string) => void kept.add(key),
    read: async () => new TextEncoder().encode("something else"),
    remove: async (key: string) => void kept.delete(key),
  };
  const result = await aSystem({ tools: { files } }).test("files");
  expect(result).toMatchObject({ isOk: false, problem: expect.stringContaining("differently") });
  expect(kept.size).toBe(0);
});

test("an answer that is not the one in the text fails the test of the answer reader", async () => {
  const ai = { readAnswers: async () => ({ noAnswer: 0, answers: [{ n: 1, span: [0, 9] }] }) };
  expect(await aSystem({ tools: { ai } }).test("answers")).toMatchObject({
    isOk: false,
    problem: "The model found “The lease” where a date is the answer",
  });
});

test("a queue without a worker is no queue, though the database answers", async () => {
  const metrics = async () => ({ workers: [{ seenAt: new Date(0) }], queued: 3 });
  const system = aSystem({ others: { runs: { metrics } } });
  expect(await system.test("queue")).toMatchObject({
    isOk: false,
    problem: "No worker has been heard of for a minute",
  });
});

test("a problem that repeats the password of the mail server is told without it", async () => {
  const env = { SMTP_URL: "smtp://user:mail-pass@mail.example.com" };
  const verify = () => Promise.reject(new Error("refused user with mail-pass"));
  const result = await aSystem({ env, others: { mail: { verify } } }).test("mail");
  expect(result).toMatchObject({ isOk: false, problem: "refused user with •••" });
});

test("what is not set up has no engine, and an away database no version", async () => {
  const version = () => Promise.reject(new Error("away"));
  const ai = { embeddingModel: "minilm" };
  const db = { platform: { server: { version } } };
  const engines = await aSystem({ tools: { ai }, others: { db } }).engines();
  const of = (name: string) => engines.find((each) => each.name === name);
  expect(of("redis")).toEqual({ name: "redis", engine: null, version: null });
  expect(of("database")).toEqual({ name: "database", engine: "embeddedPostgres", version: null });
});

test("the bytes of the data directory are counted by part", async () => {
  await mkdir(join(data, "files/a/b"), { recursive: true });
  await writeFile(join(data, "files/a/b/one"), "12345");
  await writeFile(join(data, "secrets.json"), "123");
  const { parts } = await aSystem().sizes();
  expect(parts.filter(({ bytes }) => bytes > 0)).toEqual([
    { name: "files", bytes: 5 },
    { name: "other", bytes: 3 },
  ]);
});
