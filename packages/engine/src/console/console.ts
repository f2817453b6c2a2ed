import { openDatabase } from "../database/database";
import type { Log } from "../engine";
import { openQueue, type Queue } from "../queue/queue";
import { ingest } from "../routing/receive-events";
import { consoleOf } from "./console-of";
import type { Console } from "./console-types";

export type OpenConsole = Console & { close(): Promise<void> };

/** Sees and steers the runs of an engine from any process. Connects when first used; the schemas must be there. */
export function openConsole(options: {
  connectionString: string;
  schema?: string;
  tenantField?: string;
  log?: Log;
}): OpenConsole {
  const log = options.log ?? {
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const database = openDatabase({
    connectionString: options.connectionString,
    schema: options.schema ?? "engine",
    tenantField: options.tenantField ?? null,
    log,
    keepRaised: (tx, events) => ingest(tx, queue, events),
  });
  const queue: Queue = openQueue(database, log);
  return { ...consoleOf(database, queue), close: () => database.end() };
}
