import { columnList } from "@besunny/sql/rows/row-shape";
import { statement } from "@besunny/sql/rows/statement";
import type { Database } from "../database/database";
import { eventColumns, eventFromRow } from "../database/stored-event";
import type { Log } from "../log";
import type { Queue } from "../queue/queue";
import { routeEvents } from "./route-events";

/** Events routed in one transaction: few, so that live work is not held up. */
const PAGE = 200;

const LOOK_AGAIN_MS = 2000;

export type KeptEventsRouter = { stop(): Promise<void> };

/**
 * Routes, page by page, the events that were kept before a function was registered. Then looks again every two seconds: a process
 * that sends during the first registration may keep an event just after the last page.
 */
export function startKeptEventsRouter(options: {
  database: Database;
  queue: Queue;
  log: Log;
}): KeptEventsRouter {
  const { database, queue, log } = options;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working = routeAll();

  async function routeAll(): Promise<void> {
    try {
      while (!isStopped && (await routePage(database, queue)) > 0);
    } catch (error) {
      log.warn("kept events could not be routed and are tried again", { error });
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      working = routeAll();
    }, LOOK_AGAIN_MS);
  }

  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return working;
    },
  };
}

/** Returns the number of events that it routed. */
async function routePage(database: Database, queue: Queue): Promise<number> {
  return database.transaction(async (tx) => {
    const kept = await tx.rows(takePage, [PAGE]);
    await routeEvents(tx, queue, kept.map(eventFromRow));
    return kept.length;
  });
}

const takePage = statement(
  `with page as (
     select id from event where not routed order by received_at limit $1 for update skip locked
   ), taken as (
     update event set routed = true where id in (select id from page) returning *
   )
   select ${columnList(eventColumns)} from taken order by received_at`,
  eventColumns,
);
