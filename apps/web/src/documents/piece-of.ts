type Progress = { done: number; total: number };

/** Returns the piece of a recording that is being written down, counted from 1, and how many there are. */
export function pieceOf({ done, total }: Progress): { piece: number; total: number } {
  return { piece: Math.min(done + 1, total), total };
}
