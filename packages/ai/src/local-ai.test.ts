import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";

import { aMeeting } from "../test/a-meeting";
import { modelProcess } from "./child/model-process";
import { createLocalAi } from "./local-ai";

// Real processes and models, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const childEntry = fileURLToPath(new URL("./child/main.ts", import.meta.url));
const cacheDirectory = fileURLToPath(new URL("../.cache", import.meta.url));
const ai = createLocalAi({ childEntry, cacheDirectory });
afterAll(() => ai.close());

function cosine(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()) {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

describe("embed", () => {
  test("gives the vectors that sentence-transformers publishes for these weights", async () => {
    const [eating, bread] = await ai.embed([
      "A man is eating food.",
      "A man is eating a piece of bread.",
    ]);
    expect(cosine(eating, bread)).toBeCloseTo(0.7553, 2);
    expect(cosine(eating, eating)).toBeCloseTo(1, 4);
    expect(eating).toHaveLength(ai.dimensions);
  });

  test("gives a text the same vector alone and in company, in the order asked", async () => {
    const texts = ["Rent is due.", "Invoice 7", "", "Rent is due.", "One more", "And another"];
    const vectors = await ai.embed(texts);
    const [alone] = await ai.embed(["Invoice 7"]);
    expect(vectors).toHaveLength(6);
    expect(vectors[1]).toEqual(alone);
    expect(vectors[3]).toEqual(vectors[0]);
  });

  test("lets a question by while a document is being embedded", async () => {
    const order: string[] = [];
    const document = Array.from({ length: 60 }, (_, n) => `Clause ${n} of a long agreement.`);
    const batch = ai.embed(document).then(() => order.push("document"));
    const question = ai.embed(["When does it end?"]).then(() => order.push("question"));
    await Promise.all([batch, question]);
    expect(order).toEqual(["question", "document"]);
  });

  test("stops when it is no longer wanted", async () => {
    const controller = new AbortController();
    const texts = Array.from({ length: 400 }, (_, n) => `Passage ${n}`);
    const given = ai.embed(texts, controller.signal);
    controller.abort();
    await expect(given).rejects.toThrow(/abort/i);
    expect(await ai.embed(["Next"])).toHaveLength(1);
  });
});

describe("the models' process", () => {
  test("is started again after a crash, and nobody who was waiting notices", async () => {
    const models = modelProcess({ childEntry, cacheDirectory, idleMilliseconds: 60_000 });
    await models.call<"warm">({ name: "warm", lane: "interactive", input: null });
    const first = models.pid();

    const texts = Array.from({ length: 40 }, (_, n) => `Sentence ${n}`);
    const input = { texts, role: "passage" as const };
    const waiting = models.call<"embed">({ name: "embed", lane: "batch", input });
    process.kill(first ?? 0, "SIGKILL");

    expect(await waiting).toHaveLength(40);
    expect(models.pid()).not.toBe(first);
    await models.close();
  });

  test("gives up, with the reason, when it crashes again and again", async () => {
    const broken = modelProcess({
      childEntry: fileURLToPath(new URL("./absent.ts", import.meta.url)),
      cacheDirectory,
      idleMilliseconds: 60_000,
    });
    await expect(
      broken.call<"warm">({ name: "warm", lane: "interactive", input: null }),
    ).rejects.toThrow("ended");
    await broken.close();
  });

  test("leaves when it has had nothing to do, and comes back when asked", async () => {
    const models = modelProcess({ childEntry, cacheDirectory, idleMilliseconds: 50 });
    const warm = () => models.call<"warm">({ name: "warm", lane: "interactive", input: null });
    await warm();
    await expect.poll(() => models.pid(), { timeout: 10_000 }).toBeNull();
    await warm();
    await models.close();
  });
});

test("two processes share the work and agree to the last digit", async () => {
  const pair = createLocalAi({ childEntry, cacheDirectory, processes: 2 });
  try {
    const answers = await Promise.all(
      ["Rent is due.", "Rent is due."].map((text) => pair.embed([text])),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual(await ai.embed(["Rent is due."]));
  } finally {
    await pair.close();
  }
});

test("embedding the passages of a document that was just understood needs no model", async () => {
  const own = createLocalAi({ childEntry, cacheDirectory });
  const text = "Minutes of the board. The budget was approved.";
  const passage = { span: [0, text.length] as [number, number], text: `Board\n${text}` };
  await own.understand(
    {
      title: "Board",
      fileName: "board.txt",
      format: "text",
      text,
      blocks: [],
      pageCount: 1,
      metadata: {},
      passages: [passage],
    },
    [{ name: "meeting minutes", definition: "A record of a meeting.", examples: [] }],
  );
  await own.close();
  expect(await own.embed([passage.text])).toEqual(await ai.embed([passage.text]));
  await expect(own.embed(["Another text"])).rejects.toThrow("closed");
});

test("a meeting is understood in the process of the models", async () => {
  const found = await ai.understandMeeting(
    aMeeting("Anna: Ben, can you send the lease to the bank by Friday?\nBen: Sure, will do."),
  );
  expect(found.actions).toMatchObject([
    { owner: { name: "Ben", how: "accepted" }, due: { on: "2026-03-06", words: "Friday" } },
  ]);
  expect(found.topics).toHaveLength(1);
});

test("the models do not outlive whoever started them", async () => {
  const script = `
    import { modelProcess } from ${JSON.stringify(new URL("./child/model-process.ts", import.meta.url).href)};
    const models = modelProcess(${JSON.stringify({ childEntry, cacheDirectory, idleMilliseconds: 60_000 })});
    await models.call({ name: "warm", lane: "interactive", input: null });
    console.log(models.pid());
    setInterval(() => {}, 1_000);
  `;
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const parent = spawn(process.execPath, ["--import", tsx, "--input-type=module", "-e", script]);
  const [printed] = await once(parent.stdout, "data");
  const child = Number(String(printed));
  expect(() => process.kill(child, 0)).not.toThrow();

  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(child), { timeout: 10_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
