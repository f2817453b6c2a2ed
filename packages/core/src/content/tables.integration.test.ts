import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { afterAll, expect, test } from "vitest";

import { aContext } from "../../test/contexts";
import { anIndex, aReadyDocument } from "../../test/documents";
import { getTable } from "./get-table";
import { listTables } from "./list-tables";

const { index, close } = await anIndex();
afterAll(close);

/** A sheet with a sum below nothing and a text that looks like a formula. */
function aSheet() {
  const builder = createDocumentBuilder({ format: "xlsx", mediaType: "application/xlsx" });
  builder.startPage({ kind: "sheet", label: "Costs" });
  builder.addTable({
    range: "A1:B3",
    cells: [
      { text: "Item", row: 0, column: 0, isHeader: true },
      { text: "Sum", row: 0, column: 1, isHeader: true },
      { text: "=HYPERLINK(1)", row: 1, column: 0 },
      { text: "-4.50", row: 1, column: 1, number: -4.5 },
      { text: 'Rent, "net"', row: 2, column: 0 },
      { text: "4100", row: 2, column: 1, number: 4100 },
    ],
  });
  return builder.build();
}

test("lists the tables of a document, and gives one as CSV without formulas", async () => {
  const ctx = await aContext({ index });
  const { id } = await aReadyDocument(ctx, "any text", { model: aSheet(), title: "Budget" });

  const { items, total } = await listTables(ctx, { id });
  expect(total).toBe(1);
  const [table] = items;
  expect(table).toMatchObject({ page: 1, label: "Costs", rowCount: 3, columnCount: 2 });
  expect(table?.rows[0]?.[0]).toEqual({ text: "Item", isNumber: false, isHeader: true });
  expect(table?.rows[2]?.[1]).toEqual({ text: "4100", isNumber: true, isHeader: false });

  const { csv, fileName } = await getTable(ctx, { id, table: table?.id ?? "" });
  expect(fileName).toBe("Budget, table 1.csv");
  expect(csv.replace("\ufeff", "").split("\r\n")).toEqual([
    "Item,Sum",
    "'=HYPERLINK(1),-4.50",
    '"Rent, ""net""",4100',
    "",
  ]);
});

test("knows no table next door, and none that is not there", async () => {
  const ctx = await aContext({ index });
  const { id } = await aReadyDocument(ctx, "any text", { model: aSheet() });
  const neighbour = await aContext({ index });

  await expect(listTables(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getTable(neighbour, { id, table: "b1" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(getTable(ctx, { id, table: "b9" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
