import { SourceFailure } from "@besunny/connectors/sources/failures";
import type { Sources } from "@besunny/connectors/sources/registry";
import type { Watch } from "@besunny/connectors/sources/source";
import type { SourceKind } from "@besunny/connectors/sources/source-words";

import type { Tools } from "../../context";
import type { Caller } from "../../operation/caller";
import type { FoundConnection } from "../find-connection";
import { accountOf } from "./account-of";

/** Asks the provider to close channels. One that stays open calls an address that is closed, and ends by itself. */
export async function closeWatches(
  { caller, sources, log }: { caller: Caller; sources: Sources; log: Tools["log"] },
  connection: FoundConnection,
  watches: readonly (Watch & { kind: SourceKind })[],
): Promise<void> {
  for (const { kind, ...watch } of watches) {
    try {
      const adapter = await sources.of(kind, connection);
      await adapter.unwatch?.(accountOf(caller, connection), watch);
    } catch (error) {
      const { id: connectionId } = connection;
      const why = error instanceof SourceFailure ? error.kind : "unknown";
      log.warn({ connectionId, why }, "a channel could not be closed at the provider");
    }
  }
}
