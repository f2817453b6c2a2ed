import { cellAddress } from "@besunny/document-model/cell-address";
import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { addContentItems } from "../add-content-items";
import type { ContentItem } from "../content-item";
import type { OfficeFile } from "../office-file";
import type { Remark } from "./cells";
import type { Sheet } from "./sheet";
import { sheetTables } from "./sheet-tables";

/**
 * Adds a page for each sheet under its name: the tables and drawings in their order, then the comments. Warns of hidden parts, of cells that are left
 * out and of formulas without a value. `file` is null where the file has no parts to read pictures from.
 */
export async function addSheets(
  builder: DocumentBuilder,
  sheets: readonly Sheet[],
  file: OfficeFile | null,
): Promise<void> {
  for (const sheet of sheets) {
    const { name, cells, drawn, remarks } = sheet;
    builder.startPage({ kind: "sheet", label: name });
    warn(builder, sheet);
    const { leftOut, white } = sheet.unseen;
    for (const text of [...leftOut, ...(sheet.unseenShapes ?? [])])
      builder.hide({ text, fate: "left-out" });
    for (const text of white) builder.hide({ text, fate: "read" });
    if (cells.length > 0 || drawn.length > 0)
      builder.add({ kind: "heading", level: 1, text: name });
    const parts = [
      ...sheetTables(cells).map(({ at, table }) => ({
        at,
        items: [{ kind: "table", ...table } satisfies ContentItem],
      })),
      ...drawn,
    ].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
    for (const { items } of parts) await addItems(builder, items, file);
    for (const remark of remarks) addRemark(builder, remark);
  }
}

async function addItems(builder: DocumentBuilder, items: ContentItem[], file: OfficeFile | null) {
  if (file) await addContentItems(builder, items, file);
  else
    for (const item of items) {
      if (item.kind === "table") builder.addTable(item);
      else if ("text" in item) builder.add(item);
    }
}

function addRemark(builder: DocumentBuilder, { row, column, author, text }: Remark) {
  if (text.trim() === "") return;
  const who = [cellAddress(row, column), author].filter((each) => each !== "").join(" ");
  builder.add({ kind: "comment", text: `${who}: ${text}` });
}

function warn({ warnings }: DocumentBuilder, { name, isHidden, isCut, hidden, uncomputed }: Sheet) {
  if (isHidden) warnings.push(`Sheet “${name}” is hidden; it was read all the same.`);
  if (hidden.rows + hidden.columns > 0)
    warnings.push(
      `Sheet “${name}” has ${hidden.rows} hidden rows and ${hidden.columns} hidden columns; they were read.`,
    );
  if (isCut) warnings.push(`Sheet “${name}” has more cells than are read; the last are left out.`);
  if (uncomputed > 0)
    warnings.push(
      `Sheet “${name}” has ${uncomputed === 1 ? "one formula" : `${uncomputed} formulas`} without a stored value, shown as a formula. Save the file in a spreadsheet program to store the values.`,
    );
}
