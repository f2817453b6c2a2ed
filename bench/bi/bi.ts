import { readFile, rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";

import { together } from "@besunny/core/operation/together";
import { createDatabase } from "@besunny/db/database";
import type { FigureQuestion } from "@besunny/db/figures/compile";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { readSecrets } from "@besunny/db/server/secrets";

import { aDataDirectory, startDatabase } from "../database";
import { statement } from "../jobs/server";
import { percentile, type Report } from "../report";
import { besideDuckDb } from "./duckdb";
import { fillFigures, LARGE } from "./fill";
import { type Db, readTile } from "./read-tile";

const WORKSPACES = 1000;
const LARGE_ROWS = 100_000;
const VIEWERS = 20;
const DAY = 86_400_000;
const ARRIVALS_A_SECOND = 3;

/** Measures figures over many documents: from sums and from rows, alone and for many viewers, and how soon sums follow what arrives. */
export async function bi({ rows = "1000000", rounds = "20" }): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const dataDirectory = await aDataDirectory();
  try {
    const { superuserUrl, roles } = await startDatabase(dataDirectory);
    const filling = performance.now();
    await fillFigures(superuserUrl, {
      rows: Number(rows),
      workspaces: WORKSPACES,
      large: LARGE_ROWS,
    });
    const db = createDatabase(roles);
    const summing = performance.now();
    while ((await db.platform.rollups.workOff()) > 0);
    await statement(superuserUrl, "vacuum analyze metric_rollups");
    const report: Report = {
      rows: Number(rows) + LARGE_ROWS,
      fill_s: (summing - filling) / 1000,
      sums_s: (performance.now() - summing) / 1000,
      load_average_before: loadBefore,
    };
    await measureReads(db, report, Number(rounds));
    const postgres = (await readSecrets({ dataDirectory }))?.postgresDirectory ?? "";
    const pid = Number.parseInt(await readFile(join(postgres, "postmaster.pid"), "utf8"), 10);
    Object.assign(report, await besideDuckDb({ db, superuserUrl, pid, tiles: tiles() }));
    await measureLag(db, superuserUrl, report);
    report.drift = await db.platform.rollups.compare(new Date(Date.now() - 100 * DAY), new Date());
    await db.close();
    return report;
  } finally {
    const postgresDirectory = (await readSecrets({ dataDirectory }))?.postgresDirectory;
    await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" });
    if (postgresDirectory) await rm(postgresDirectory, { recursive: true, force: true });
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** The tiles of a dashboard of the platform over 90 days. */
function tiles(): FigureQuestion[] {
  const to = new Date(Math.floor(Date.now() / DAY) * DAY + DAY);
  const range = { from: new Date(to.getTime() - 90 * DAY), to };
  const starts = Array.from({ length: 90 }, (_, day) => new Date(range.from.getTime() + day * DAY));
  const tile = (measure: string, by?: string): FigureQuestion => ({
    source: "documents",
    measure,
    range,
    starts,
    breakOuts: by ? [by] : [],
    filters: [],
    limit: 20,
  });
  return [
    tile("received"),
    tile("received", "type"),
    tile("received", "status"),
    tile("received", "format"),
    tile("received", "language"),
    tile("failed"),
    tile("failedShare"),
    tile("pages"),
    tile("bytes", "type"),
    tile("confidence"),
    tile("indexed"),
    tile("unfinished"),
  ];
}

async function measureReads(db: Db, report: Report, rounds: number): Promise<void> {
  const timed = async (name: string, times: number, work: (round: number) => Promise<unknown>) => {
    const took: number[] = [];
    for (let round = 0; round < times; round++) {
      const start = performance.now();
      await work(round);
      took.push(performance.now() - start);
    }
    report[`${name}_p50_ms`] = percentile(took, 0.5);
    report[`${name}_p95_ms`] = percentile(took, 0.95);
    console.error(
      `${name}: half ${percentile(took, 0.5).toFixed(0)} ms, 95 of 100 ${percentile(took, 0.95).toFixed(0)} ms`,
    );
  };
  const asked = tiles();
  const dayByType = asked[1] as FigureQuestion;
  const whole = { ...dayByType, starts: null, breakOuts: [] };
  await timed("tile_sums", rounds * asked.length, async (round) => {
    const { from } = await readTile(db, asked[round % asked.length] as FigureQuestion);
    if (from !== "rollups") throw new Error("A tile was answered from rows");
  });
  await timed("tile_rows", Math.min(5, rounds), () =>
    readTile(db, dayByType, { isFromRows: true, timeoutMs: 120_000 }),
  );
  await timed("dashboard_12", rounds, () => dashboard(db, asked));
  const viewers = Array.from({ length: VIEWERS }, (_, viewer) => viewer);
  await timed(`dashboard_12_each_of_${VIEWERS}_viewers`, rounds, () =>
    Promise.all(viewers.map(() => together(db, "one dashboard", () => dashboard(db, asked)))),
  );
  await timed(`dashboard_12_other_for_each_of_${VIEWERS}_viewers`, 3, () =>
    Promise.all(viewers.map((viewer) => dashboard(db, earlier(asked, viewer)))),
  );
  const oneWorkspace = { ...whole, filters: [{ dimension: "workspace", values: ["ws_7"] }] };
  await timed("drill_all", rounds, () =>
    db.platform.atOneMoment(({ figures }) => figures.drill({ ...whole, limit: 50 }, null)),
  );
  await timed("drill_one_workspace", rounds, () =>
    db.platform.atOneMoment(({ figures }) => figures.drill({ ...oneWorkspace, limit: 50 }, null)),
  );
  const scope = { workspaceId: LARGE, principals: ["ws", "usr_bench"] };
  await timed("restricted_day_by_type", rounds, () =>
    db.read(scope, ({ figures }) => figures.read(dayByType, null)),
  );
  await timed("restricted_drill", rounds, () =>
    db.read(scope, ({ figures }) => figures.drill({ ...whole, limit: 50 }, null)),
  );
}

/** Returns the same tiles over a range that ends some days earlier, so that no two viewers ask the same. */
function earlier(asked: readonly FigureQuestion[], days: number): FigureQuestion[] {
  const back = (at: Date) => new Date(at.getTime() - days * DAY);
  return asked.map((tile) => ({
    ...tile,
    range: { from: back(tile.range.from), to: back(tile.range.to) },
    starts: tile.starts?.map(back) ?? null,
  }));
}

function dashboard(db: Db, asked: readonly FigureQuestion[]) {
  return db.platform.atOneMoment(async ({ figures }) => {
    for (const tile of asked) await figures.read(tile, null);
  });
}

/** Lets documents arrive for a minute while sums are worked off every 5 seconds, as the worker does, and looks how long marks wait. */
async function measureLag(db: Db, superuserUrl: string, report: Report): Promise<void> {
  const waits: number[] = [];
  const end = Date.now() + 60_000;
  let isOver = false;
  let arrived = 0;
  const summing = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      waits.push((await db.platform.rollups.waiting()).behindMs);
      const start = performance.now();
      await db.platform.rollups.workOff();
      waits[waits.length - 1] = (waits.at(-1) ?? 0) + performance.now() - start;
    }
  })();
  while (Date.now() < end) {
    await statement(
      superuserUrl,
      `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
       select 'doc_c${arrived}_' || n, 'ws_' || (n * 37 + ${arrived}) % ${WORKSPACES}, 'New', 'new.pdf', 'application/pdf', 9, md5(n::text), 'k', '{all,ws}'
         from generate_series(1, ${ARRIVALS_A_SECOND}) n`,
    );
    arrived += ARRIVALS_A_SECOND;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  isOver = true;
  await summing;
  report.lag_p95_ms = percentile(waits, 0.95);
  report.arrived = arrived;
}
