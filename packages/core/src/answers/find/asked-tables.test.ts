import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";
import { askedTables } from "./asked-tables";

const cells = (lines: string[][]) =>
  lines.flatMap((line, row) => line.map((text, column) => ({ text, row, column })));

function aDocument() {
  const builder = createDocumentBuilder({ format: "docx", mediaType: "application/x" });
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "heading", text: "Hours" });
  builder.addTable({
    cells: cells([
      ["Employee", "Desmond"],
      ["Approved by", "Tobias"],
    ]),
  });
  builder.addTable({
    cells: cells([
      ["Day", "Customer", "Hours"],
      ["2026-03-09", "Castle", "8"],
      ["2026-03-10", "Lark", "7"],
      ["Total", "", "15"],
    ]),
  });
  builder.add({ kind: "paragraph", text: "Rate\tGBP 5\nVehicle\tPrivate car" });
  builder.add({ kind: "paragraph", text: "Two\twords and no form." });
  return builder.build();
}

test("a table has its heads, its rows but no sums, and the labels of the document in its title", () => {
  const model = aDocument();
  const [employee, hours, rates, ...others] = askedTables("Sheet", model);

  expect(employee).toMatchObject({
    columns: ["Employee", "Approved by"],
    rows: [["Desmond", "Tobias"]],
  });
  expect(hours).toMatchObject({
    columns: ["Day", "Customer", "Hours"],
    rows: [
      ["2026-03-09", "Castle", "8"],
      ["2026-03-10", "Lark", "7"],
    ],
  });
  expect(hours?.title).toContain("Sheet Hours Employee Desmond");
  expect(rates).toMatchObject({ columns: ["Rate", "Vehicle"], rows: [["GBP 5", "Private car"]] });
  expect(others).toEqual([]);
});

test("each cell is told by its row, a value of a form by its line", () => {
  const model = aDocument();
  const [employee, hours, rates] = askedTables("Sheet", model);
  const textOf = (span: [number, number] | undefined) => model.text.slice(...(span ?? [0, 0]));

  expect(textOf(employee?.spanOf(0, 1))).toBe("Approved by\tTobias");
  expect(textOf(hours?.spanOf(1, 2))).toBe("2026-03-10\tLark\t7");
  expect(textOf(rates?.spanOf(0, 1))).toBe("Vehicle\tPrivate car");
});
