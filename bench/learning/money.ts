import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

import { toJudge } from "@besunny/ai/openai/answer-graph/prompts";
import { createChokePoint } from "@besunny/ai/outside/choke-point";
import { clients } from "@besunny/ai/outside/clients";
import { priceList } from "@besunny/ai/outside/cost-of";
import { createOutsideChat } from "@besunny/ai/outside/outside-chat";
import { createDatabase } from "@besunny/db/database";
import { migrate } from "@besunny/db/migrate/migrate";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { ensureSecrets } from "@besunny/db/server/secrets";
import { createLedger } from "@besunny/runtime/money/ledger";
import pg from "pg";

import { percentile, type Report } from "../report";

const WORKSPACE = "ws_bench";
const BUDGET_MICRO = 100_000;
const PARALLEL = 50;
const migrationsDirectory = join(import.meta.dirname, "../../packages/db/prisma/migrations");
const scope = {
  workspaceId: WORKSPACE,
  projectIds: [],
  documentId: null,
  userId: "usr_bench",
  apiKeyId: null,
  operation: "bench.ask",
  traceId: "bench",
};

/**
 * Measures how far 50 calls at once pass a budget of ten cents. Then measures the time that the choke point and its ledger add to a hosted
 * call, beside the same call without them, in turns.
 */
export async function money({ rounds = "300" }): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const dataDirectory = await mkdtemp(join(tmpdir(), "besunny-bench-"));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(dataDirectory, 0o711);
  const provider = await aProvider();
  try {
    const { url, superuserUrl } = await startEmbeddedPostgres({ dataDirectory });
    const secrets = await ensureSecrets({ dataDirectory });
    const { roles } = await migrate({
      ownerUrl: url,
      migrationsDirectory,
      passwords: {
        app: secrets.appPassword,
        identity: secrets.identityPassword,
        platform: secrets.platformPassword,
        engine: secrets.enginePassword,
      },
    });
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(
      `insert into workspaces (id, name) values ('${WORKSPACE}', 'Bench');
       insert into budgets (id, workspace_id, subject_kind, subject_id, period, amount_micro)
         values ('bud_bench', '${WORKSPACE}', 'workspace', '', 'month', ${BUDGET_MICRO})`,
    );
    const database = createDatabase(roles);
    const log = { info() {}, warn() {}, error() {} };
    const clock = () => new Date();
    const ledger = createLedger({
      calls: database.calls,
      clock,
      log,
      onCrossed: async () => undefined,
    });
    const [price] = priceList;
    if (!price) throw new Error("No price ships with BeSunny");
    const row = { ...price, server: provider.baseUrl, model: "tern-1" };
    const chokePoint = createChokePoint({ ledger, prices: () => [row], clock });
    const connection = { apiKey: "sk-bench", baseUrl: provider.baseUrl };
    const chat = createOutsideChat(connection, chokePoint);
    const through = async (mostOutput: number) => {
      const asked = { scope, kind: "answer", model: "tern-1", messages: question } as const;
      for await (const _ of chat.lines({ ...asked, mostOutput, onSpent: () => undefined }));
    };

    const results = await Promise.allSettled(
      Array.from({ length: PARALLEL }, () => through(1_000)),
    );
    await ledger.flush();
    const sum = await client.query<{ spent: string }>(
      "select coalesce(sum(cost_micro), 0) as spent from model_calls",
    );
    const spent = Number(sum.rows[0]?.spent);

    await client.query("update budgets set amount_micro = 1000000000");
    const plain = clients.chat(connection, "tern-1");
    const without = async () => {
      for await (const _ of await plain.stream([...question]));
    };
    const times = { with: [] as number[], without: [] as number[] };
    const cpu = { with: [] as number[], without: [] as number[] };
    for (let round = -WARM_UP; round < Number(rounds); round += 1)
      for (const name of round % 2 === 0
        ? (["with", "without"] as const)
        : (["without", "with"] as const)) {
        const [start, before] = [performance.now(), process.cpuUsage()];
        await (name === "with" ? through(1_000) : without());
        const took = performance.now() - start;
        // Nobody waits for the end of a call to be written; its work is counted, and kept out of the next call.
        if (name === "with") await ledger.flush();
        if (round < 0) continue;
        const { user, system } = process.cpuUsage(before);
        times[name].push(took);
        cpu[name].push((user + system) / 1_000);
      }
    await ledger.flush();
    await client.end();
    await database.close();
    return {
      parallel_calls: PARALLEL,
      calls_sent: results.filter(({ status }) => status === "fulfilled").length,
      budget_micro_dollars: BUDGET_MICRO,
      spent_micro_dollars: spent,
      overshoot_micro_dollars: Math.max(0, spent - BUDGET_MICRO),
      rounds: Number(rounds),
      without_p50_ms: percentile(times.without, 0.5),
      without_p95_ms: percentile(times.without, 0.95),
      with_p50_ms: percentile(times.with, 0.5),
      with_p95_ms: percentile(times.with, 0.95),
      without_cpu_p50_ms: percentile(cpu.without, 0.5),
      added_cpu_p50_ms: percentile(cpu.with, 0.5) - percentile(cpu.without, 0.5),
      added_p50_ms: percentile(times.with, 0.5) - percentile(times.without, 0.5),
      load_average_before: loadBefore,
    };
  } finally {
    await provider.close();
    await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" });
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

const WARM_UP = 30;
const TOKENS = { prompt_tokens: 300, completion_tokens: 900, total_tokens: 1_200 };
const passage = {
  n: 1,
  documentId: "doc_bench",
  title: "Painters",
  headingPath: [],
  text: "Ida Lund is a painter of Lund. ".repeat(60),
};
const question = toJudge("Who is Ida Lund?", [passage]);

/** A server of OpenAI's protocol that answers every question at once. */
async function aProvider() {
  const chunk = (body: object) =>
    `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "tern-1", ...body })}\n\n`;
  const choice = (delta: object, finish_reason: string | null) => [
    { index: 0, delta, finish_reason },
  ];
  const answer = [
    chunk({ choices: choice({ role: "assistant", content: "A painter of Lund." }, null) }),
    chunk({ choices: choice({}, "stop") }),
    chunk({ choices: [], usage: TOKENS }),
    "data: [DONE]\n\n",
  ].join("");
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
