import { createChokePoint } from "@besunny/ai/outside/choke-point";
import type { Redact } from "@besunny/ai/outside/outside-call";
import type { Clock, Log } from "@besunny/core/context";
import type { Database } from "@besunny/db/database";
import type { Crossing } from "@besunny/db/money/call-ledger";

import { createLedger } from "./ledger";
import { createPriceBook } from "./price-book";

type Options = {
  db: Database;
  clock: Clock;
  log: Log;
  redact?: Redact;
  onCrossed(workspaceId: string, crossed: readonly Crossing[]): Promise<void>;
};

/** Returns the choke point of this process, with the ledger and the prices of the database. */
export function createOutside({ db, clock, log, redact, onCrossed }: Options) {
  const book = createPriceBook({ db, log, now: () => performance.now() });
  const ledger = createLedger({ calls: db.calls, clock, log, onCrossed });
  return createChokePoint({ ledger, prices: book.current, redact, clock });
}
