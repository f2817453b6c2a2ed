import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { InngestFunction } from "inngest";
import { serve as serveEdge } from "inngest/edge";
import { serve as serveNode } from "inngest/node";
import { migrateEngine } from "../src/database/migrate";
import { createEngine } from "../src/engine";
import { type Client, clientAt, clientOf, until } from "./harness";
import type { TestPostgres } from "./postgres";

/** An app of its own, of whose functions nobody else hears. */
export type World = {
  client: Client;
  /** An event's name that only this world knows. */
  named(event: string): string;
  send(event: string, data?: object, id?: string): Promise<unknown>;
  /** Registers the functions; rejects when the server refuses one. */
  serve(functions: readonly InngestFunction.Any[]): Promise<void>;
  until<Value>(
    what: string,
    ask: () => Value | Promise<Value>,
  ): Promise<Exclude<Value, false | null | undefined>>;
};

/** A place to run the suite: our engine, or a server of Inngest's. */
export type Stage = (play: (world: World) => Promise<void>) => Promise<void>;

/** One database for all, an engine for each world. */
export async function embeddedStage(postgres: TestPostgres): Promise<Stage> {
  const { ownerUrl, runtimeUrl, runtimeRole } = await postgres.database();
  await migrateEngine({ connectionString: ownerUrl, grantTo: runtimeRole });
  return async (play) => {
    const engine = createEngine({ connectionString: runtimeUrl, retryDelays: () => 50 });
    const id = newId();
    const client = clientOf(engine, id);
    try {
      await play(
        worldOf(id, client, 30_000, (functions) =>
          engine.start(serveEdge({ client, functions: [...functions] })),
        ),
      );
    } finally {
      await engine.stop({ graceSeconds: 1 });
    }
  };
}

/** A running Inngest server in dev mode, which calls the functions back on a port of this machine. */
export function serverStage(baseUrl: string): Stage {
  return async (play) => {
    const id = newId();
    const client = clientAt(baseUrl, id);
    const server = createServer();
    const serve = async (functions: readonly InngestFunction.Any[]) => {
      const handler = serveNode({ client, functions: [...functions] });
      server.on("request", handler);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const answer = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
      if (!answer.ok) throw new Error(`Not registered: ${answer.status} ${await answer.text()}`);
    };
    try {
      await play(worldOf(id, client, 60_000, serve));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };
}

function worldOf(id: string, client: Client, patience: number, serve: World["serve"]): World {
  const named = (event: string) => `${id}/${event}`;
  return {
    client,
    named,
    serve,
    send: (event, data = {}, eventId) =>
      client.send({ name: named(event), data, ...(eventId ? { id: `${id}-${eventId}` } : {}) }),
    until: (what, ask) => until(what, ask, patience),
  };
}

const newId = () => `suite-${randomBytes(4).toString("hex")}`;
