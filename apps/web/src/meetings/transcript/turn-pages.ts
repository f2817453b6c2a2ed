/** Turns that are fetched at once. */
export const TURNS_OF_PAGE = 200;

/** The input for the turns of a page; pages count from 0. */
export function turnsInput(id: string, page: number) {
  return { id, from: page * TURNS_OF_PAGE + 1, limit: TURNS_OF_PAGE };
}

/** The input for the first turns, which the server fetches ahead. */
export const firstTurnsInput = (id: string) => turnsInput(id, 0);

/** Returns the pages that hold the turns from one number to another. */
export function pagesBetween(firstTurn: number, lastTurn: number): number[] {
  const pageOf = (turn: number) => Math.floor(Math.max(0, turn - 1) / TURNS_OF_PAGE);
  const first = pageOf(firstTurn);
  return Array.from({ length: pageOf(lastTurn) - first + 1 }, (_, index) => first + index);
}
