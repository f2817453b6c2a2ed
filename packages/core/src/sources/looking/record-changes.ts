import type { Change } from "@besunny/connectors/sources/source";
import type { GoneReason } from "@besunny/connectors/sources/source-words";
import type { StoredSource } from "@besunny/db/sources/sources";
import { z } from "zod";

import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { ask } from "../contract/ask";
import { isOverBrake } from "../contract/brake";
import { recordItems, takeForGone } from "../contract/record-items";
import { nextDue } from "../contract/timing";
import type { LookTools } from "../contract/tools";
import { Changes } from "../contract/wire";

/**
 * Records a page of changes together with the cursor, in one transaction. A page that was recorded already changes nothing. If so much is gone that it
 * may be a mistake, nothing is recorded, and the owner is asked.
 */
export const recordChanges = command("sources.record-changes", {
  title: "Record changes at a source",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    since: z.string(),
    changes: Changes,
    cursor: z.string(),
    isLast: z.boolean(),
  }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  audit: { notAudited: "The look counts what it found; documents that follow are recorded." },
  timeoutSeconds: 120,

  async handle(tools, { id, since, changes, cursor, isLast }) {
    const { sources, sourceLooks, clock } = tools;
    await sources.lock(id);
    const found = await sources.find(id, null);
    if (!found || found.cursor !== since || !isLooking(found)) return { isOver: false };

    const isListing = found.phase === "catching-up";
    const source = changes.length === 0 ? found : await withLook(tools, found);
    if (await isTooMuch(tools, source, changes)) return { isOver: true };
    const counts = await apply(tools, source, changes);
    if (source.lookId && changes.length > 0) await sourceLooks.addTo(source.lookId, counts);

    const now = clock();
    const isQuiet = changes.length === 0 && source.lookId === null;
    await sources.change(id, { cursor, cursorAt: now, failures: 0 });
    if (!isLast) return { isOver: false };
    if (isListing) {
      await sources.change(id, { isCaughtUp: true });
      return { isOver: false };
    }
    if (source.lookId) await sourceLooks.end(source.lookId, { outcome: "whole", at: now });
    await sources.change(id, {
      lookId: null,
      answer: null,
      claimedUntil: null,
      lastLookedAt: now,
      dueAt: nextDue(id, found.everySeconds, now),
      quietSince: isQuiet ? (found.quietSince ?? now) : null,
    });
    return { isOver: true };
  },
});

function isLooking({ phase, state }: StoredSource): boolean {
  if (phase === "catching-up") return state === "listing";
  return phase === "idle" && state === "live";
}

/** A look that finds nothing leaves no row: a quiet source is looked at many times a day. */
async function withLook({ sources, sourceLooks, clock }: LookTools, source: StoredSource) {
  if (source.lookId) return source;
  const lookId = await sourceLooks.begin({ sourceId: source.id, kind: "changes", at: clock() });
  await sources.change(source.id, { lookId });
  return { ...source, lookId };
}

async function isTooMuch(
  tools: LookTools,
  source: StoredSource,
  changes: readonly Change[],
): Promise<boolean> {
  if (source.answer !== null) return false;
  const ids = changes.flatMap((change) =>
    change.kind === "gone" && isTrashed(change.why) ? change.id : [],
  );
  const trashed = changes.flatMap((change) =>
    change.kind === "is" && change.item.skip === "trashed-there" ? change.item.id : [],
  );
  const places = changes.flatMap((change) => (change.kind === "gone-at" ? change.place : []));
  if (ids.length + places.length + trashed.length === 0) return false;
  const lost = { ids: [...ids, ...trashed], places };
  const { older, all } = await tools.sourceItems.countGone(source.id, lost);
  const before = source.lookId ? await tools.sourceLooks.find(source.lookId) : null;
  const goneBefore = before?.gone ?? 0;
  const counted = { missing: older + goneBefore, of: all + goneBefore };
  if (!isOverBrake(counted)) return false;
  await ask(tools, source, { ...counted, isRootGone: false });
  return true;
}

/** Tells whether documents go to the trash for this reason, so that the brake counts them. */
const isTrashed = (why: GoneReason): boolean => why === "deleted" || why === "outside";

type Run =
  | { kind: "is"; items: Extract<Change, { kind: "is" }>["item"][] }
  | { kind: "gone"; ids: string[]; places: string[]; reason: string };

/** Applies changes in their order: a folder may be deleted and its name be given to another in one page. */
async function apply(tools: LookTools, source: StoredSource, changes: readonly Change[]) {
  const sum = { seen: 0, added: 0, changed: 0, gone: 0 };
  for (const run of runsOf(changes)) {
    if (run.kind === "gone") {
      sum.gone += await takeForGone(tools, source, run);
      continue;
    }
    const counts = await recordItems(tools, source, {
      items: run.items,
      generation: source.generation,
      isChange: true,
    });
    sum.seen += counts.seen;
    sum.added += counts.added;
    sum.changed += counts.changed;
    sum.gone += counts.gone;
  }
  return sum;
}

function runsOf(changes: readonly Change[]): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (change.kind === "is") {
      if (last?.kind === "is") last.items.push(change.item);
      else runs.push({ kind: "is", items: [change.item] });
      continue;
    }
    const ids = change.kind === "gone" ? [change.id] : [];
    const places = change.kind === "gone-at" ? [change.place] : [];
    if (last?.kind === "gone" && last.reason === change.why) {
      last.ids.push(...ids);
      last.places.push(...places);
    } else runs.push({ kind: "gone", ids, places, reason: change.why });
  }
  return runs;
}
