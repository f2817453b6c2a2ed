import { EventEmitter, on } from "node:events";

import type { Database } from "../database/database";

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

/** Keeps the messages for ten minutes and tells whoever listens. A body that is not JSON is published as text. */
export async function publish(
  database: Database,
  message: { channel: string; topics: string[]; runId: string | null; body: string },
): Promise<void> {
  await database.rows(
    `with kept as (
       insert into message (channel, topic, run_id, data)
       select $1, topic, $2, $3::json from unnest($4::text[]) as topic returning id
     )
     select pg_notify('${NOTIFY}', id::text) from kept`,
    [message.channel, message.runId, jsonOf(message.body), message.topics],
  );
}

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
  // Whoever reads may never ask for the next message, so the connection must not wait for that.
  const release = once(() => client.release(true));
  signal.addEventListener("abort", release);
  const told = new EventEmitter();
  client.on("notification", () => told.emit("message"));
  try {
    await client.query(`listen ${NOTIFY}`);
    const { rows } = await client.query<{ id: string }>(
      "select coalesce(max(id), 0) as id from message",
    );
    let last = rows[0]?.id ?? "0";
    for await (const _ of on(told, "message", { signal })) {
      const news = await client.query<RealtimeMessage & { id: string }>(
        `select id, 'data' as kind, channel, topic, data, run_id, created_at from message
          where id > $1 and channel = $2 and topic = any($3) order by id`,
        [last, to.channel, to.topics],
      );
      for (const { id, ...message } of news.rows) {
        last = id;
        yield message;
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    release();
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
