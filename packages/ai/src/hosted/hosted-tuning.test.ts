import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { createOpenAiTuning } from "../outside/openai-tuning";
import { exportTuning, tunedElsewhere } from "./export-tuning";
import type { Anonymise } from "./hosted-tuning";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that keeps files and jobs as the provider does. Each look moves a job one state on. */
async function aProvider() {
  const files = new Map<string, string>();
  const jobs = new Map<string, { file: string; looks: number; cancelled: boolean }>();
  const order = ["validating_files", "queued", "running", "succeeded"];
  const seen: string[] = [];
  const jobOf = (id: string) => {
    const job = jobs.get(id) ?? { file: "", looks: 0, cancelled: false };
    const status = job.cancelled ? "cancelled" : order[Math.min(job.looks, 3)];
    const isDone = status === "succeeded";
    return {
      id,
      object: "fine_tuning.job",
      model: "tern-1",
      status,
      training_file: job.file,
      result_files: [],
      fine_tuned_model: isDone ? "ft:tern-1:besunny" : null,
      finished_at: isDone ? 1_790_000_000 : null,
      trained_tokens: isDone ? 5_000 : null,
      error: null,
    };
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    seen.push(body);
    const path = `${request.method} ${request.url?.split("?")[0]}`;
    const answer = (value: unknown, status = 200) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    const id = path.split("/")[path.includes("jobs") ? 4 : 3] ?? "";
    if (path === "GET /v1/models")
      return answer({ data: [{ id: "tern-1", shutdown_date: "2027-06-01" }] });
    if (path === "POST /v1/files") {
      files.set("file-1", body);
      return answer({ id: "file-1", object: "file" });
    }
    if (path.startsWith("DELETE /v1/files/"))
      return files.delete(id) ? answer({ id, deleted: true }) : answer({ error: {} }, 404);
    if (path === "POST /v1/fine_tuning/jobs") {
      const { training_file: file, model } = JSON.parse(body);
      if (!files.has(file) || model !== "tern-1")
        return answer({ error: { message: "No such file" } }, 400);
      jobs.set("ftjob-1", { file, looks: 0, cancelled: false });
      return answer(jobOf("ftjob-1"));
    }
    const job = jobs.get(id);
    if (!job) return answer({ error: {} }, 404);
    if (path.endsWith("/events"))
      return answer({ data: [{ id: "e1", created_at: 1_790_000_000, message: "Step 1" }] });
    if (path.endsWith("/cancel")) job.cancelled = true;
    else job.looks += 1;
    return answer(jobOf(id));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, files, seen };
}

const anonymise: Anonymise = async (texts) => ({
  texts: texts.map((each) => each.replaceAll("Ada Planted", "[person 1]")),
  replaced: {},
  restore: (each) => each,
});
const examples = Array.from({ length: 12 }, (_, at) => ({
  text: `Bill ${at} for Ada Planted, to be paid.`,
  type: at % 2 === 0 ? "invoice" : "memo",
}));
const two = { userIds: ["usr_a", "usr_b"] };

async function aTuning(usdPerMillion: number | null = 25) {
  const provider = await aProvider();
  const calls: string[] = [];
  const tuning = createOpenAiTuning({
    apiKey: "sk-test",
    baseUrl: provider.url,
    model: "tern-1",
    usdPerMillion,
    twoPeopleFromMicro: 1_000,
    anonymise,
    outgoing: (kind, call) => {
      calls.push(kind);
      return call();
    },
  });
  return { ...provider, tuning, calls };
}

describe("a tuning at a provider", () => {
  test("names price and end date first, sends no planted name, and deletes its file when it is over", async () => {
    const { tuning, files, seen, calls } = await aTuning();
    const estimate = await tuning.estimate(examples);
    expect(estimate).toMatchObject({ examples: 12, epochs: 3, shutdownDate: "2027-06-01" });
    expect(estimate.costMicro).toBe(estimate.tokens * 3 * 25);

    const { id } = await tuning.start(examples, two);
    expect(files.size).toBe(1);
    expect(seen.join()).toContain("[person 1]");
    expect(seen.join()).not.toContain("Planted");
    expect(await tuning.watch(id)).toMatchObject({ state: "queued", costMicro: null });
    expect((await tuning.watch(id)).state).toBe("running");
    expect(await tuning.result(id)).toMatchObject({ model: "ft:tern-1:besunny" });
    expect(await tuning.watch(id)).toMatchObject({
      state: "succeeded",
      trainedTokens: 5_000,
      costMicro: 125_000,
      events: [{ message: "Step 1" }],
    });
    expect(files.size).toBe(0);
    await tuning.watch(id);
    expect(new Set(calls)).toEqual(new Set(["tuning"]));
  });

  test("needs two people above the limit, and whenever the price is not known", async () => {
    for (const price of [25, null]) {
      const { tuning, files } = await aTuning(price);
      for (const userIds of [["usr_a"], ["usr_a", "usr_a"]])
        await expect(tuning.start(examples, { userIds })).rejects.toThrow("Two people");
      expect(files.size).toBe(0);
    }
    const { tuning } = await aTuning(0.001);
    await expect(tuning.start(examples, { userIds: [] })).rejects.toThrow("Somebody");
    await expect(tuning.start(examples, { userIds: ["usr_a"] })).resolves.toEqual({
      id: "ftjob-1",
    });
  });

  test("is cancelled with its file, and refused with few examples", async () => {
    const { tuning, files } = await aTuning();
    const { id } = await tuning.start(examples, two);
    await tuning.cancel(id);
    expect(files.size).toBe(0);
    await expect(tuning.start(examples.slice(0, 9), two)).rejects.toThrow("At least 10");
  });
});

test("an export holds a conversation for each example, a manifest, and no planted name", async () => {
  const { jsonl, manifest } = await exportTuning(examples, { anonymise, now: new Date(0) });
  expect(jsonl.split("\n")).toHaveLength(12);
  expect(jsonl).not.toContain("Planted");
  expect(manifest).toMatchObject({ examples: 12, types: [{ count: 6 }, { count: 6 }] });
  expect(tunedElsewhere({ server: "http://gpu:8000/v1/", model: " ours " })).toEqual({
    server: "http://gpu:8000/v1",
    model: "ours",
  });
  expect(() => tunedElsewhere({ server: "file:///etc", model: "x" })).toThrow("base URL");
});
