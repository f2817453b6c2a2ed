import type { FoundTable } from "./found-table";

/** A table and the size of the page it stands on. */
export type TableOnPage = { table: FoundTable; width: number; height: number };

/** Whether the first table of a page is the last one of the page before, gone on. */
export function continuesTable(_previous: TableOnPage, _next: TableOnPage): boolean {
  return false;
}
