import type { DashboardDraft, Tile } from "./dashboard";

/** One change of a dashboard. */
export type DashboardChange =
  | { what: "title" | "description" | "range" | "filters" }
  | { what: "tileAdded" | "tileRemoved" | "tileChanged" | "tileMoved"; tile: Tile };

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const rangeOf = ({ content: { range, timeZone, compare } }: DashboardDraft) => [
  range,
  timeZone,
  compare,
];
const textOf = ({ place: _, ...tile }: Tile) => tile;

/** Lists what leads from one draft to another. */
export function changesBetween(before: DashboardDraft, after: DashboardDraft): DashboardChange[] {
  const changes: DashboardChange[] = [];
  if (before.title !== after.title) changes.push({ what: "title" });
  if (before.description !== after.description) changes.push({ what: "description" });
  if (!isSame(rangeOf(before), rangeOf(after))) changes.push({ what: "range" });
  if (!isSame(before.content.filters, after.content.filters)) changes.push({ what: "filters" });
  const known = new Map(before.content.tiles.map((tile) => [tile.id, tile]));
  for (const tile of after.content.tiles) {
    const old = known.get(tile.id);
    if (!old) changes.push({ what: "tileAdded", tile });
    else if (!isSame(textOf(old), textOf(tile))) changes.push({ what: "tileChanged", tile });
    else if (!isSame(old.place, tile.place)) changes.push({ what: "tileMoved", tile });
  }
  const kept = new Set(after.content.tiles.map(({ id }) => id));
  for (const tile of before.content.tiles)
    if (!kept.has(tile.id)) changes.push({ what: "tileRemoved", tile });
  return changes;
}

/**
 * Joins two drafts that began with the same one. What only one of them changed is taken from it; what both changed, from `mine`. So keeping mine loses
 * nothing that the other did elsewhere.
 */
export function mergeDrafts(
  base: DashboardDraft,
  mine: DashboardDraft,
  theirs: DashboardDraft,
): DashboardDraft {
  const pick = <Part>(of: (draft: DashboardDraft) => Part): Part =>
    isSame(of(base), of(mine)) ? of(theirs) : of(mine);
  return {
    title: pick(({ title }) => title),
    description: pick(({ description }) => description),
    content: {
      range: pick(({ content }) => content.range),
      timeZone: pick(({ content }) => content.timeZone),
      compare: pick(({ content }) => content.compare),
      filters: pick(({ content }) => content.filters),
      tiles: mergeTiles(base.content.tiles, mine.content.tiles, theirs.content.tiles),
    },
  };
}

function mergeTiles(base: readonly Tile[], mine: readonly Tile[], theirs: readonly Tile[]): Tile[] {
  const byId = (tiles: readonly Tile[]) => new Map(tiles.map((tile) => [tile.id, tile]));
  const [old, other, own] = [byId(base), byId(theirs), byId(mine)];
  const kept = mine.flatMap((tile): Tile[] => {
    const [before, their] = [old.get(tile.id), other.get(tile.id)];
    if (!before) return [tile];
    const isChanged = !isSame(textOf(before), textOf(tile));
    const isMoved = !isSame(before.place, tile.place);
    // Removed by the other: it stays removed, unless I worked on it.
    if (!their) return isChanged ? [tile] : [];
    return [{ ...(isChanged ? tile : their), place: isMoved ? tile.place : their.place }];
  });
  const added = theirs.filter(({ id }) => !own.has(id) && !old.has(id));
  return [...kept, ...added];
}
