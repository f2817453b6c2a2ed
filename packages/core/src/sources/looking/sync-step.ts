import { isFailure, SourceFailure } from "@besunny/connectors/sources/failures";
import type { Sources } from "@besunny/connectors/sources/registry";
import type { Account, Source } from "@besunny/connectors/sources/source";
import { z } from "zod";

import { accountOf } from "../../connections/contract/account-of";
import { troubleOf } from "../../connections/contract/trouble-of";
import { findConnection } from "../../connections/find-connection";
import { noteTrouble } from "../../connections/note-trouble";
import { sourceId } from "../../ids";
import type { Caller } from "../../operation/caller";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import type { Work } from "../contract/work";
import { endListing } from "./end-listing";
import { loseCursor } from "./lose-cursor";
import { noteFailure } from "./note-failure";
import { readWork } from "./read-work";
import { recordChanges } from "./record-changes";
import { recordPage } from "./record-page";
import { startListing } from "./start-listing";

const Step = z.object({
  /** `again`: there is more to do now. `count`: a listing is whole, and the provider may be asked what it counts. `over`: nothing until the source is due. */
  next: z.enum(["again", "count", "over"]),
});
type Step = z.infer<typeof Step>;
type At = { caller: Caller; work: Work; adapter: Source; account: Account; signal: AbortSignal };

const again: Step = { next: "again" };
const over: Step = { next: "over" };
const counting: Step = { next: "count" };

/**
 * Makes the next step of a source: takes a cursor, records a page of a listing or of changes, or ends a listing. The place where a step begins is in the
 * database alone, so that a step may break off at any moment, and may run twice.
 */
export const syncStep = flow("sources.sync-step", {
  title: "Make the next step of a source",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: Step,
  doors: [],
  uses: ["sources"],
  audit: { notAudited: "The look is the record." },

  async handle({ caller, sources, signal = new AbortController().signal }, { id }) {
    const work = await readWork(caller, { id });
    if (work.does === "nothing" || work.does === "wait") return over;
    try {
      if (work.does === "end") {
        const { generation } = work;
        const { isOver, isWhole } = await endListing(caller, { id, generation });
        if (isWhole) return counting;
        return isOver ? over : again;
      }
      const step = await make({ caller, work, signal, ...(await open(caller, sources, work)) });
      await noteTrouble(caller, { id: work.connectionId, trouble: { kind: "ok" } });
      return step;
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      return afterFailure(caller, work, error);
    }
  },
});

async function open(caller: Caller, sources: Sources, work: Work) {
  const connection = await findConnection(asJob(caller, "sync-source"), { id: work.connectionId });
  const adapter = await sources.of(work.kind, work);
  return { adapter, account: accountOf(caller, connection) };
}

async function make(at: At): Promise<Step> {
  const { caller, work, adapter, account } = at;
  const { id, generation } = work;
  if (work.does === "begin") {
    const cursor = await adapter.begin(account, work.root);
    await startListing(caller, { id, generation, cursor });
    return again;
  }
  return work.does === "list" ? listPage(at) : changedPage(at);
}

async function listPage({ caller, work, adapter, account, signal }: At): Promise<Step> {
  const { id, generation, checkpoint: at, root } = work;
  for await (const page of adapter.enumerate(account, root, at, signal)) {
    await recordPage(caller, { id, generation, at, ...page });
    return again;
  }
  // A listing that ends without a word has not said that nothing is there.
  await recordPage(caller, { id, generation, at, items: [], next: null, isPartial: true });
  return again;
}

async function changedPage({ caller, work, adapter, account, signal }: At): Promise<Step> {
  const { id, root } = work;
  const since = work.cursor ?? "";
  for await (const page of adapter.changes(account, root, since, signal)) {
    const { isOver } = await recordChanges(caller, { id, since, ...page });
    if (isOver) return over;
    // A look that began again here would come to this page.
    if (!page.isLast && page.cursor === since) continue;
    return again;
  }
  const { isOver } = await recordChanges(caller, {
    id,
    since,
    changes: [],
    cursor: since,
    isLast: true,
  });
  return isOver ? over : again;
}

async function afterFailure(caller: Caller, work: Work, error: SourceFailure): Promise<Step> {
  const { id, connectionId, cursor } = work;
  const { message } = error;
  if (isFailure(error, "cursor-lost")) {
    await loseCursor(caller, { id, cursor: cursor ?? "" });
    return again;
  }
  await noteTrouble(caller, { id: connectionId, trouble: troubleOf(error) });
  const until = isFailure(error, "throttled") ? error.details.until : null;
  await noteFailure(caller, { id, kind: kindOf(error), until, message });
  return over;
}

function kindOf(error: SourceFailure) {
  if (error.kind === "throttled" || error.kind === "scope-missing" || error.kind === "root-gone")
    return error.kind;
  if (error.kind === "reconnect-needed") return "reconnect";
  return error.kind === "provider-down" ? "down" : "refused";
}
