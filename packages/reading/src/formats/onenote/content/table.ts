import type { CellInput } from "@besunny/document-model/document-builder";
import { joinItems } from "../../office/join-items";
import type { Id } from "../store/ids";
import type { OneObject } from "../store/one-store";
import { kinds, propertyIds } from "../store/property-ids";
import type { PageWalk } from "./page-walk";

/** Adds a table. `addNodes` adds the content of a cell. What is in a cell and is no text, such as a picture, comes after the table. */
export function addTable(
  walk: PageWalk,
  table: OneObject,
  addNodes: (inside: PageWalk, ids: readonly Id[]) => void,
): void {
  const cells: CellInput[] = [];
  const beside: PageWalk["items"] = [];
  let row = 0;
  for (const rowId of table.objects.get(propertyIds.children) ?? []) {
    const rowNode = walk.take(rowId);
    if (rowNode?.kind !== kinds.tableRow) continue;
    let column = 0;
    for (const cellId of rowNode.objects.get(propertyIds.children) ?? []) {
      const cell = walk.take(cellId);
      if (cell?.kind !== kinds.tableCell) continue;
      const inside: PageWalk = { ...walk, items: [] };
      addNodes(inside, cell.objects.get(propertyIds.children) ?? []);
      const { rich, beside: others } = joinItems(inside.items, "\n");
      cells.push({ row, column, ...rich });
      beside.push(...others);
      column += 1;
    }
    row += 1;
  }
  walk.items.push({ kind: "table", cells }, ...beside);
}
