import { randomBytes } from "node:crypto";
import { SourceFailure } from "@besunny/connectors/sources/failures";
import { z } from "zod";

import { accountOf } from "../../connections/contract/account-of";
import { closeWatches } from "../../connections/contract/close-watches";
import { findConnection } from "../../connections/find-connection";
import { listWatches } from "../../connections/list-watches";
import { sourceId } from "../../ids";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { tokenHash } from "../../token-hash";
import { describeSource } from "../fetching/describe-source";
import { keepWatch } from "./keep-watch";
import { openHook } from "./open-hook";

/**
 * Opens the channel by which a provider says "look now", each time with a new address and a new secret. A source whose provider has none, or
 * an installation that providers cannot reach, is looked at by its interval.
 */
export const renewWatch = flow("sources.renew-watch", {
  title: "Open a channel of a source",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({ isOpen: z.boolean() }),
  doors: [],
  uses: ["sources"],
  audit: { notAudited: "The source shows its channel." },

  async handle({ caller, sources, log }, { id }) {
    const source = await describeSource(caller, { id });
    const token = randomBytes(32).toString("base64url");
    const url = sources.hookUrlOf(token);
    const adapter = await sources.of(source.kind, source);
    if (!url || !adapter.watch) return { isOpen: false };
    const reader = asJob(caller, "renew-watches");
    const connection = await findConnection(reader, { id: source.connectionId });
    const secret = randomBytes(32).toString("base64url");
    const hookHash = tokenHash(token);
    await openHook(caller, {
      id,
      kind: connection.provider,
      tokenHash: hookHash,
      secretHash: tokenHash(secret),
    });
    try {
      const before = await listWatches(reader, { id: source.connectionId, sourceId: id });
      const account = accountOf(caller, connection);
      const watch = await adapter.watch(account, source.root, { url, secret });
      await keepWatch(caller, { id, hookHash, watch });
      const old = before.watches.filter((each) => each.id !== watch.id);
      await closeWatches({ caller, sources, log }, connection, old);
      return { isOpen: true };
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      await keepWatch(caller, { id, hookHash, watch: null });
      return { isOpen: false };
    }
  },
});
