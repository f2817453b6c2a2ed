import OpenAI, { toFile } from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { anOpenAiDouble, type OpenAiDouble } from "./openai-double";

let double: OpenAiDouble;
let client: OpenAI;
beforeAll(async () => {
  double = await anOpenAiDouble([{ id: "tern-1" }, { id: "tern-vectors" }]);
  client = new OpenAI({ apiKey: "sk-test", baseURL: double.baseUrl, maxRetries: 0 });
});
beforeEach(() => double.received.splice(0));
afterAll(() => double.close());

const messages = [{ role: "user" as const, content: "Who is Ida Lund?" }];
const asked = { model: "tern-1", messages };

async function streamed() {
  const chunks = await client.chat.completions.create({
    ...asked,
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = "";
  let usage = null;
  let reason = null;
  for await (const chunk of chunks) {
    text += chunk.choices[0]?.delta.content ?? "";
    usage = chunk.usage ?? usage;
    reason = chunk.choices[0]?.finish_reason ?? reason;
  }
  return { text, usage, reason };
}

describe("chat", () => {
  test("says what it was told, with the usage, streamed and whole", async () => {
    const usage = {
      prompt_tokens: 12,
      completion_tokens: 3,
      prompt_tokens_details: { cached_tokens: 4 },
    };
    double.will({ say: "A painter.", usage }, { say: "A painter." });
    expect(await streamed()).toMatchObject({ text: "A painter.", usage, reason: "stop" });
    const whole = await client.chat.completions.create(asked);
    expect(whole.choices[0]?.message.content).toBe("A painter.");
    expect(double.everyByte()).toContain("Ida Lund");
  });

  test.each([
    [{ kind: "status", status: 429, retryAfterSeconds: 1 }, 429],
    [{ kind: "status", status: 500 }, 500],
  ] as const)("refuses as it was told: %o", async (misbehave, status) => {
    double.will({ misbehave });
    await expect(client.chat.completions.create(asked)).rejects.toMatchObject({ status });
  });

  test("refuses parameters that the schema does not have, unknown models and wrong keys", async () => {
    const odd = Object.assign({}, asked, { temprature: 1 });
    await expect(client.chat.completions.create(odd)).rejects.toMatchObject({ status: 400 });
    await expect(
      client.chat.completions.create({ ...asked, model: "tern-0" }),
    ).rejects.toMatchObject({ status: 404 });
    const stranger = new OpenAI({ apiKey: "sk-no", baseURL: double.baseUrl, maxRetries: 0 });
    await expect(stranger.models.list()).rejects.toMatchObject({ status: 401 });
  });

  test("breaks a stream in the middle", async () => {
    double.will({
      say: "One two three four five six seven eight nine ten eleven twelve thirteen",
      misbehave: { kind: "cut stream", afterChunks: 2 },
    });
    await expect(streamed()).rejects.toThrow();
  });

  test("leaves usage out, says chunks twice, refuses in words, and stops for length", async () => {
    double.will(
      { say: "Yes.", misbehave: { kind: "no usage" } },
      { say: "Yes.", misbehave: { kind: "chunks twice" } },
      { say: "Yes.", misbehave: { kind: "refusal", text: "I cannot." } },
      { say: "Yes.", misbehave: { kind: "length" } },
    );
    expect(await streamed()).toMatchObject({ text: "Yes.", usage: null });
    expect((await streamed()).text).toBe("Yes.Yes.");
    expect((await streamed()).text).toBe("");
    expect((await streamed()).reason).toBe("length");
  });
});

test("embeds every text", async () => {
  const { data } = await client.embeddings.create({ model: "tern-vectors", input: ["a", "b"] });
  expect(data.map(({ embedding }) => embedding.length)).toEqual([8, 8]);
});

describe("files, tuning and batches", () => {
  const file = async (purpose: "fine-tune" | "batch") =>
    client.files.create({
      purpose,
      file: await toFile(Buffer.from('{"messages":[]}\n'), "a.jsonl"),
    });

  test("a tuning job needs a file that exists", async () => {
    await expect(
      client.fineTuning.jobs.create({ model: "tern-1", training_file: "file-lost" }),
    ).rejects.toMatchObject({ status: 400 });
    const { id } = await file("fine-tune");
    const job = await client.fineTuning.jobs.create({ model: "tern-1", training_file: id });
    expect((await client.fineTuning.jobs.retrieve(job.id)).status).toBeDefined();
    expect((await client.fineTuning.jobs.checkpoints.list(job.id)).data).toEqual([]);
  });

  test("a batch needs a file that exists and a window of a day", async () => {
    const { id } = await file("batch");
    const given = { endpoint: "/v1/chat/completions", completion_window: "24h" } as const;
    await expect(
      client.batches.create({ ...given, input_file_id: "file-lost" }),
    ).rejects.toMatchObject({ status: 400 });
    expect((await client.batches.create({ ...given, input_file_id: id })).id).toMatch(/batch/);
  });
});
