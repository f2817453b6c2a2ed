import { readdir, readFile } from "node:fs/promises";

import type { FigureQuestion } from "@besunny/db/figures/compile";
import { DuckDBInstance } from "@duckdb/node-api";
import { Client } from "pg";

import type { Report } from "../report";
import { type Db, readTile } from "./read-tile";

const ROUNDS = 5;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

const valueSql: Readonly<Record<string, string>> = {
  received: "count(*)",
  failed: "count(*) filter (where status = 'failed')",
  failedShare: "avg(case when status = 'failed' then 1.0 else 0 end)",
  pages: "sum(page_count)",
  bytes: "sum(size)",
  confidence: "avg(type_confidence)",
  indexed: "count(*) filter (where stage = 'indexed')",
  unfinished: "count(*) filter (where status in ('pending', 'processing'))",
};

type Beside = { db: Db; superuserUrl: string; pid: number; tiles: readonly FigureQuestion[] };

/** Asks DuckDB the same from the same rows, on one thread. Compares every point, and the processor time of both. */
export async function besideDuckDb({ db, superuserUrl, pid, tiles }: Beside): Promise<Report> {
  const duck = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  await copyInto(duck, superuserUrl);
  const ask = async ({ measure, range, starts, breakOuts }: FigureQuestion) => {
    const [by = "''"] = breakOuts;
    const cut = starts ? "date_trunc('day', came)" : "null";
    const from = range.from.toISOString().slice(0, 19);
    const to = range.to.toISOString().slice(0, 19);
    const asked = await duck.runAndReadAll(
      `select epoch_ms(${cut})::double as begins, coalesce(${by}, '') as key, (${valueSql[measure]})::double as value from documents
        where came >= timestamp '${from}' and came < timestamp '${to}' group by 1, 2`,
    );
    return asked.getRowsJS();
  };
  let [points, differing] = [0, 0];
  for (const tile of tiles) {
    const theirs = new Map(
      (await ask(tile)).map(([at, key, value]) => [`${at} ${key}`, Number(value)]),
    );
    const ours = await readTile(db, tile);
    for (const { part, keys, value } of ours.points) {
      const at = part === null ? null : tile.starts?.[part]?.getTime();
      const other = theirs.get(`${at} ${keys[0] ?? ""}`) ?? Number.NaN;
      points += 1;
      if (!(Math.abs((value ?? 0) - other) <= 1e-6 * Math.max(1, Math.abs(other)))) differing += 1;
    }
  }
  const cpuOf = async (
    work: (tile: FigureQuestion) => Promise<unknown>,
    spent: () => Promise<number>,
  ) => {
    const before = await spent();
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round++) for (const tile of tiles) await work(tile);
    const count = ROUNDS * tiles.length;
    return { cpu: ((await spent()) - before) / count, wall: (performance.now() - start) / count };
  };
  const theirs = await cpuOf(ask, ownCpu);
  const ours = await cpuOf(
    (tile) => readTile(db, tile),
    async () => (await ownCpu()) + (await cpuOfChildren(pid)),
  );
  duck.closeSync();
  return {
    compared_points: points,
    compared_differing: differing,
    duckdb_tile_cpu_ms: theirs.cpu,
    duckdb_tile_ms: theirs.wall,
    ours_tile_cpu_ms: ours.cpu,
    ours_tile_ms: ours.wall,
    cpu_ratio: ours.cpu / theirs.cpu,
  };
}

async function copyInto(
  duck: Awaited<ReturnType<DuckDBInstance["connect"]>>,
  superuserUrl: string,
): Promise<void> {
  await duck.run(
    "create table documents (came timestamp, type text, status text, stage text, format text, language text, page_count int, size bigint, type_confidence double)",
  );
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("begin");
  await client.query(
    `declare rows cursor for select (extract(epoch from created_at) * 1000)::float8 as at, type, status, stage, format, language, page_count,
       size::float8 as size, type_confidence from documents where trashed_at is null`,
  );
  await duck.run(
    "create table staged (ms double, type text, status text, stage text, format text, language text, page_count int, size double, type_confidence double)",
  );
  const appender = await duck.createAppender("staged");
  for (;;) {
    const { rows } = await client.query("fetch 20000 from rows");
    if (rows.length === 0) break;
    for (const row of rows) {
      appender.appendDouble(row.at);
      for (const text of [row.type, row.status, row.stage, row.format, row.language])
        if (text === null) appender.appendNull();
        else appender.appendVarchar(text);
      appender.appendInteger(row.page_count);
      appender.appendDouble(row.size);
      if (row.type_confidence === null) appender.appendNull();
      else appender.appendDouble(row.type_confidence);
      appender.endRow();
    }
    appender.flushSync();
  }
  appender.closeSync();
  await duck.run(
    "insert into documents select epoch_ms(ms::bigint), type, status, stage, format, language, page_count, size::bigint, type_confidence from staged",
  );
  await client.query("commit");
  await client.end();
}

async function ownCpu(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns the processor time of a process and its children, also of those that ended, in milliseconds. Linux only. */
async function cpuOfChildren(pid: number): Promise<number> {
  let ticks = 0;
  for (const name of (await readdir("/proc")).filter((each) => /^\d+$/.test(each))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [
      1, 11, 12, 13, 14,
    ].map((at) => fields[at] ?? 0);
    if (parent === pid) ticks += user + system;
    if (Number(name) === pid) ticks += user + system + childUser + childSystem;
  }
  return ticks * TICK_MS;
}
