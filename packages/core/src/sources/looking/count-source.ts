import { SourceFailure } from "@besunny/connectors/sources/failures";
import { z } from "zod";

import { accountOf } from "../../connections/contract/account-of";
import { findConnection } from "../../connections/find-connection";
import { sourceId } from "../../ids";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { describeSource } from "../fetching/describe-source";
import { keepCount } from "./keep-count";

/**
 * Asks the provider how much there is, by other requests than those of a listing. The report shows it beside what was listed. Where it cannot be asked, the
 * last answer stays.
 */
export const countSource = flow("sources.count-source", {
  title: "Ask a provider what it counts",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({ counted: z.number().nullable() }),
  doors: [],
  uses: ["sources"],
  audit: { notAudited: "The source shows it." },

  async handle({ caller, sources, log }, { id }) {
    const source = await describeSource(caller, { id });
    const adapter = await sources.of(source.kind, source);
    if (!adapter.count) return { counted: null };
    const connection = await findConnection(asJob(caller, "sync-source"), {
      id: source.connectionId,
    });
    try {
      const counted = await adapter.count(accountOf(caller, connection), source.root);
      await keepCount(caller, { id, counted });
      return { counted };
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      log.warn(
        { sourceId: id, kind: error.kind },
        "the provider could not be asked what it counts",
      );
      return { counted: null };
    }
  },
});
