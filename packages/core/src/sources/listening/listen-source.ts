import { SourceFailure } from "@besunny/connectors/sources/failures";
import { z } from "zod";

import { accountOf } from "../../connections/contract/account-of";
import { troubleOf } from "../../connections/contract/trouble-of";
import { findConnection } from "../../connections/find-connection";
import { noteTrouble } from "../../connections/note-trouble";
import { sourceId } from "../../ids";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { describeSource } from "../fetching/describe-source";
import { noteNews } from "./note-news";

/** A listening ends after this time and is begun again, with a token of then. */
const LONGEST_MS = 20 * 60_000;

/**
 * Holds a connection to the provider, and lets the source be looked at when it says that something changed. It ends when the signal is
 * aborted, after twenty minutes, or when the connection breaks. `isBroken` says that it broke.
 */
export const listenSource = flow("sources.listen-source", {
  title: "Listen at a source",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({ isBroken: z.boolean() }),
  doors: [],
  uses: ["sources"],
  audit: { notAudited: "The looks are the record." },

  async handle({ caller, sources, signal: given, log }, { id }) {
    const source = await describeSource(caller, { id });
    const adapter = await sources.of(source.kind, source);
    if (!adapter.listen) return { isBroken: true };
    const connection = await findConnection(asJob(caller, "sync-source"), {
      id: source.connectionId,
    });
    const signal = AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ...(given ? [given] : [])]);
    let noting = Promise.resolve<unknown>(undefined);
    const onNews = () => {
      noting = noting
        .then(() => noteNews(caller, { id }))
        .catch((error: unknown) => log.warn({ error, sourceId: id }, "news could not be noted"));
    };
    try {
      await adapter.listen(accountOf(caller, connection), source.root, onNews, signal);
      return { isBroken: !signal.aborted };
    } catch (error) {
      if (signal.aborted) return { isBroken: false };
      if (!(error instanceof SourceFailure)) throw error;
      await noteTrouble(caller, { id: source.connectionId, trouble: troubleOf(error) });
      return { isBroken: true };
    } finally {
      await noting;
    }
  },
});
