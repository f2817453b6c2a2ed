import type { createDatabase } from "@besunny/db/database";
import type { FigureQuestion } from "@besunny/db/figures/compile";

export type Db = ReturnType<typeof createDatabase>;

/** Reads a tile of the platform. */
export function readTile(
  db: Db,
  tile: FigureQuestion,
  how: { isFromRows?: boolean; timeoutMs?: number } = {},
) {
  return db.platform.atOneMoment(({ figures }) => figures.read(tile, null, how));
}
