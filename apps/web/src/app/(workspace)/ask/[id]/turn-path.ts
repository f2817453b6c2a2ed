type Turn = { id: string; parentId: string | null };

/** A turn of the shown path with all versions of its question, the oldest first. */
export type Step<Of extends Turn> = { turn: Of; versions: Of[] };

/**
 * Returns the turns that are shown: of each question the chosen version, else the newest, and after it what followed. `chosen` holds ids of turns;
 * `turns` are in the order in which they were asked.
 */
export function pathOf<Of extends Turn>(
  turns: readonly Of[],
  chosen: ReadonlySet<string>,
): Step<Of>[] {
  const path: Step<Of>[] = [];
  for (let parentId: string | null = null; ; ) {
    const versions = turns.filter((turn) => turn.parentId === parentId);
    const turn = versions.find(({ id }) => chosen.has(id)) ?? versions.at(-1);
    if (!turn) return path;
    path.push({ turn, versions });
    parentId = turn.id;
  }
}
