import { openDatabase } from "../database/database";
import { type Log, silentLog } from "../log";
import { openQueue, type Queue } from "../queue/queue";
import { receiveEvents } from "../routing/receive-events";
import { consoleOf } from "./console-of";
import type { Console } from "./console-types";

export type OpenConsole = Console & { close(): Promise<void> };

/** Sees and steers the runs of an engine from any process. Connects when first used; the schemas must be there. */
export function openConsole(options: {
  connectionString: string;
  tenantField?: string;
  log?: Log;
}): OpenConsole {
  const database = openDatabase({
    connectionString: options.connectionString,
    tenantField: options.tenantField ?? null,
    log: options.log ?? silentLog,
    keepRaised: (tx, events) => receiveEvents(tx, queue, events),
  });
  const queue: Queue = openQueue(database, options.log ?? silentLog);
  return { ...consoleOf(database, queue), close: () => database.end() };
}
