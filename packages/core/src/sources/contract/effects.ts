import type { Recorded } from "@besunny/db/sources/item-rows";
import type { StoredSource } from "@besunny/db/sources/sources";

import { changeGrantees } from "../../documents/contract/taking/change-grantees";
import { followItem } from "../../documents/contract/taking/take-file";
import {
  restoreFromSource,
  type TrashReason,
  trashFromSource,
} from "../../documents/contract/taking/trash-from-source";
import { titleOf } from "../../documents/contract/title";
import { seenOf } from "./seen-of";
import type { LookTools } from "./tools";

/** Folders that were renamed or moved take along the places of so many documents at once. */
const MOST_FOLLOWING = 2000;

/** Does to documents what a page says of their items: those that came back are restored, and renames and moves are followed. */
export async function followRecorded(
  tools: LookTools,
  source: StoredSource,
  recorded: readonly Recorded[],
): Promise<void> {
  const withDocument = recorded.filter((row) => row.documentId !== null);
  const left = withDocument.filter(
    ({ state, before }) => state === "left-out" && before !== "left-out",
  );
  await trash(tools, left, "left-out");

  const back = withDocument.filter(
    ({ state, before }) => state === "processing" && (before === "gone" || before === "left-out"),
  );
  if (back.length > 0) {
    const documentIds = idsOf(back);
    await restoreFromSource(tools, { documentIds });
    await changeGrantees(tools, await seenOf(tools, source, back));
  }
  const regranted = withDocument.filter(
    ({ isRegranted, state }) => isRegranted && state !== "gone",
  );
  if (regranted.length > 0) await changeGrantees(tools, await seenOf(tools, source, regranted));
  await followNames(tools, source, recorded);
}

/**
 * Does to documents what is gone. Deleted ones go to the trash, and so do those that left what was chosen: both come back with their items. Of those
 * that may not be read any more nobody sees anything.
 */
export async function followGone(
  tools: LookTools,
  rows: readonly { documentId: string | null }[],
  reason: string,
): Promise<void> {
  if (reason === "deleted") return trash(tools, rows, "deleted-there");
  if (reason === "outside") return trash(tools, rows, "left-out");
  const documentIds = idsOf(rows);
  if (documentIds.length === 0) return;
  await changeGrantees(tools, [{ documentIds, visibility: "source", grantees: [] }]);
}

async function trash(
  tools: LookTools,
  rows: readonly { documentId: string | null }[],
  reason: TrashReason,
): Promise<void> {
  const documentIds = idsOf(rows);
  if (documentIds.length > 0) await trashFromSource(tools, { documentIds, reason });
}

async function followNames(
  tools: LookTools,
  source: StoredSource,
  recorded: readonly Recorded[],
): Promise<void> {
  const moved = recorded.filter(
    ({ isRenamed, isMoved, before }) => before && (isRenamed || isMoved),
  );
  if (moved.length === 0) return;
  const ids = moved.map(({ externalId }) => externalId);
  const places = await tools.sourceItems.listPlaces(source.id, ids, MOST_FOLLOWING);
  for (const { documentId, name, folder } of places)
    await followItem(tools, { documentId, title: titleOf(name), folder });
}

function idsOf(rows: readonly { documentId: string | null }[]): string[] {
  return rows.flatMap(({ documentId }) => documentId ?? []);
}
