import { EventEmitter, on } from "node:events";
import { bigint, json, nullable, text, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";

import { type Database, sqlOn } from "../database/database";

/** As the SDK's subscribers read it. */
export type RealtimeMessage = {
  kind: "data";
  channel: string;
  topic: string;
  data: unknown;
  run_id: string | null;
  created_at: Date;
};

const NOTIFY = "durable_engine_realtime";

/** Keeps the messages for ten minutes and notifies the listeners. A body that is not JSON is published as text. */
export async function publish(
  database: Database,
  message: { channel: string; topics: string[]; runId: string | null; body: string },
): Promise<void> {
  await database.rows(insertMessages, [
    message.channel,
    message.runId,
    jsonOf(message.body),
    message.topics,
  ]);
}

const insertMessages = statement(
  `with kept as (
     insert into message (channel, topic, run_id, data)
     select $1, topic, $2, $3::json from unnest($4::text[]) as topic returning id
   )
   select pg_notify('${NOTIFY}', id::text) from kept`,
);

function jsonOf(body: string): string {
  try {
    JSON.parse(body);
    return body;
  } catch {
    return JSON.stringify(body);
  }
}

/** Messages published from now on, in order, until the signal aborts. Holds one connection while it listens. */
export async function* subscribe(
  database: Database,
  to: { channel: string; topics: string[] },
  signal: AbortSignal,
): AsyncIterable<RealtimeMessage> {
  const client = await database.pool.connect();
  // A reader may never ask for the next message, so the connection must not wait for that.
  const release = once(() => client.release(true));
  signal.addEventListener("abort", release);
  const told = new EventEmitter();
  client.on("notification", () => told.emit("message"));
  try {
    await client.query(`listen ${NOTIFY}`);
    const sql = sqlOn(client);
    const [newest] = await sql.rows(findNewest);
    let last = newest?.id ?? "0";
    for await (const _ of on(told, "message", { signal })) {
      for (const { id, ...message } of await sql.rows(findNews, [last, to.channel, to.topics])) {
        last = id;
        yield { kind: "data", ...message };
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    release();
  }
}

const findNewest = statement("select coalesce(max(id), 0) as id from message", { id: bigint });
const findNews = statement(
  `select id, channel, topic, data, run_id, created_at from message
    where id > $1 and channel = $2 and topic = any($3) order by id`,
  {
    id: bigint,
    channel: text,
    topic: text,
    data: nullable(json),
    run_id: nullable(text),
    created_at: timestamp,
  },
);

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
