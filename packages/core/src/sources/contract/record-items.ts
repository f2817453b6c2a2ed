import type { Item } from "@besunny/connectors/sources/source";
import type { Recorded } from "@besunny/db/sources/item-rows";
import type { StoredSource } from "@besunny/db/sources/sources";

import { calendarEventsChanged } from "../../events";
import { forgetOldGrants, keepGrants } from "../people/keep-grants";
import { followGone, followRecorded } from "./effects";
import { withLearned } from "./learned";
import { startPump } from "./pump";
import { eventsOf, recordedOf } from "./recorded-of";
import { SourceRules } from "./source";
import type { LookTools } from "./tools";

/**
 * Records items that are there, and follows with their documents. Items in the trash there are gone, and so is a cancelled event that
 * was never here. Returns the counts for the look.
 */
export async function recordItems(
  tools: LookTools,
  source: StoredSource,
  {
    items: given,
    generation,
    isChange = false,
  }: { items: readonly Item[]; generation: number; isChange?: boolean },
) {
  const at = tools.clock();
  const items = await withLearned(tools, source, { items: given, isChange });
  const inTrash = items.filter(({ skip }) => skip === "trashed-there").map(({ id }) => id);
  const there = items.filter(({ skip }) => skip !== "trashed-there");
  const rows = recordedOf(there, SourceRules.parse(source.rules));
  const recorded = await tools.sourceItems.record(source.id, { items: rows, generation, at });
  await recordEvents(tools, source, there);
  if (isChange && source.visibility === "source")
    await forgetOldGrants(tools, source.connectionId, there);
  await keepGrants(tools, source.connectionId, there);
  await followRecorded(tools, source, recorded);
  const gone = await takeForGone(tools, source, { ids: inTrash, places: [], reason: "deleted" });
  if (recorded.some(({ state }) => state === "waiting")) await startPump(tools, source);
  return { ...countsOf(recorded), gone };
}

/** Takes items for gone, with all that is in them, and follows with their documents. Returns how many there were. */
export async function takeForGone(
  tools: LookTools,
  source: StoredSource,
  lost: { ids: readonly string[]; places: readonly string[]; reason: string },
): Promise<number> {
  const at = tools.clock();
  const gone = await tools.sourceItems.markGone(source.id, { ...lost, at });
  if (gone.length === 0) return 0;
  await tools.calendarEvents.remove(
    source.id,
    gone.map(({ externalId }) => externalId),
  );
  if (source.answer !== "keep") await followGone(tools, gone, lost.reason);
  return gone.length;
}

/** Records the events of a calendar. Meetings and briefs follow them. */
async function recordEvents(
  { calendarEvents, workspaceId, emit }: LookTools,
  { id }: StoredSource,
  items: readonly Item[],
): Promise<void> {
  const events = eventsOf(id, items);
  if (events.length === 0) return;
  await calendarEvents.put(events);
  const times = events.map(({ beganAt }) => beganAt.getTime());
  emit(
    calendarEventsChanged.of({
      workspaceId,
      from: new Date(Math.min(...times)).toISOString(),
      to: new Date(Math.max(...times)).toISOString(),
    }),
  );
}

function countsOf(recorded: readonly Recorded[]) {
  return {
    seen: recorded.length,
    added: recorded.filter(({ isNew }) => isNew).length,
    changed: recorded.filter(({ isChanged }) => isChanged).length,
  };
}
