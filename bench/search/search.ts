import { setTimeout as sleep } from "node:timers/promises";

import { Pool } from "undici";

import { ask } from "../answering/ask";
import { holdWorker } from "../api/processes";
import { startProduct } from "../api/start-product";
import { createWorkspace, type Workspace } from "../api/workspace";
import { percentile, type Report } from "../report";
import { fillIndex, freshQuery } from "./fill";

/** A person who types and reads asks this often; the paced load has one such person for each client. */
const PACE_MS = 1_000;
const QUESTIONS = 40;

type Options = { documents?: string; clients?: string; seconds?: string; url?: string };

/** The times of searches through tRPC in a workspace of many documents, and the times until the first word of an answer. */
export async function search(options: Options): Promise<Report> {
  const port = Number(new URL(options.url ?? "http://localhost:4150").port);
  const documents = Number(options.documents ?? 10_000);
  const clients = Number(options.clients ?? 20);
  const seconds = Number(options.seconds ?? 20);
  const product = await startProduct(".", port);
  try {
    const workspace = await createWorkspace(product, { documents, archive: 0 });
    const passages = await fillIndex(product.dataDirectory, workspace);
    const release = holdWorker(product.dataDirectory);
    try {
      const subject = { url: product.url, workspace, clients };
      await load({ ...subject, seconds: 3, paceMs: 0 });
      const paced = await load({ ...subject, seconds, paceMs: PACE_MS });
      const closed = await load({ ...subject, seconds, paceMs: 0 });
      return {
        documents,
        passages,
        clients,
        ...figures("paced", paced, seconds),
        ...figures("closed", closed, seconds),
        ...(await firstWords(workspace)),
      };
    } finally {
      release();
    }
  } finally {
    await product.stop();
  }
}

type Load = { url: string; workspace: Workspace; clients: number; seconds: number; paceMs: number };

let asked = 0;

/** Lets every client search for so long: each again when it is answered, but not sooner than after the pace. */
async function load({ url, workspace, clients, seconds, paceMs }: Load): Promise<number[]> {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const times: number[] = [];
  const endsAt = performance.now() + seconds * 1_000;
  const client = async (_: unknown, place: number) => {
    await sleep((paceMs * place) / clients);
    while (performance.now() < endsAt) {
      const startedAt = performance.now();
      const input = JSON.stringify({ 0: { json: { q: freshQuery(asked++) } } });
      const { statusCode, body } = await pool.request({
        method: "GET",
        path: `/api/trpc/search.find?batch=1&input=${encodeURIComponent(input)}`,
        headers: workspace.browsers[place % workspace.browsers.length]?.() ?? {},
      });
      const text = await body.text();
      if (statusCode >= 300) throw new Error(`A search answered ${statusCode}: ${text}`);
      const took = performance.now() - startedAt;
      times.push(took);
      if (took < paceMs) await sleep(paceMs - took);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await pool.close();
  return times;
}

function figures(name: string, times: number[], seconds: number): Report {
  return {
    [`${name}_searches_per_second`]: times.length / seconds,
    [`${name}_p50_ms`]: percentile(times, 0.5),
    [`${name}_p95_ms`]: percentile(times, 0.95),
  };
}

/** Questions about the documents that the product read itself: only they can be cited. */
async function firstWords({ owner }: Workspace): Promise<Report> {
  const times: number[] = [];
  let broken = 0;
  for (let n = 0; n < QUESTIONS; n += 1) {
    const said = await ask(owner, `What is the rent of lease ${n % 24}?`).catch(() => null);
    if (said) times.push(said.msToFirstWord);
    else broken += 1;
  }
  return {
    first_word_p50_ms: percentile(times, 0.5),
    first_word_p95_ms: percentile(times, 0.95),
    answers_broken: broken,
  };
}
