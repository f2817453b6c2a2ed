import { describe, expect, test } from "vitest";
import { inReadingOrder } from "./in-reading-order";
import type { PlacedWord } from "./placed-word";
import { segmentsOf } from "./segments";

const size = 10;

function line(text: string, x: number, y: number): PlacedWord[] {
  let left = x;
  return text.split(" ").map((word) => {
    const at: PlacedWord["at"] = [left, y, word.length * 5, size];
    left += word.length * 5 + 3;
    return { text: word, box: at, at, size, isBold: false, isGlued: false };
  });
}

/** Rows of cells, written row by row. An empty text is no cell. */
function rowsAt(columns: number[], rows: string[][], top = 100): PlacedWord[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === "" ? [] : line(text, columns[column] ?? 0, top + index * 13),
    ),
  );
}

function groupsOf(words: PlacedWord[]): string[] {
  return inReadingOrder(segmentsOf(words)).map((group) =>
    group.map((segment) => segment.words.map(({ text }) => text).join(" ")).join(" / "),
  );
}

describe("inReadingOrder", () => {
  test("reads short texts side by side one after the other", () => {
    const words = rowsAt(
      [50, 220, 390],
      [
        ["kilograms of waste", "master rigger in the", "of the cordage is spun"],
        ["from each workshop in", "northern yard was hired", "on site from local hemp"],
        ["the last year", "in May", "fibre"],
      ],
    );
    expect(groupsOf(words)).toEqual([
      "kilograms of waste / from each workshop in / the last year",
      "master rigger in the / northern yard was hired / in May",
      "of the cordage is spun / on site from local hemp / fibre",
    ]);
  });

  test("keeps labels with their values", () => {
    const words = rowsAt(
      [50, 260],
      [
        ["Number:", "Paper"],
        ["Customer:", "Ropes"],
        ["Place:", "Kiel"],
      ],
    );
    expect(groupsOf(words)).toHaveLength(1);
  });

  test("keeps terms with the longer texts beside them", () => {
    const words = rowsAt(
      [50, 200],
      [
        ["Cordage", "ropes of every kind that the"],
        ["", "yard has made or mended"],
        ["", "in the year before"],
        ["", "the sale"],
        ["Rigger", "whoever sets up the ropes of"],
        ["", "a ship in the yard"],
      ],
    );
    expect(groupsOf(words)).toHaveLength(1);
  });

  test("parts an address from labels with values beside it", () => {
    const words = rowsAt(
      [50, 320, 420],
      [
        ["Ada Brightwater", "Number:", "QR"],
        ["Harbour Road", "Customer:", "Ropes"],
        ["Hamburg", "Place:", "Kiel"],
        ["Germany", "Terms:", "Cash"],
      ],
    );
    expect(groupsOf(words)[0]).toBe("Ada Brightwater / Harbour Road / Hamburg / Germany");
  });

  test("parts tables side by side, and keeps each title with its table", () => {
    const rows = ["Sales", "Wages", "Rent", "Tax"].map((name, index) => [
      name,
      `${1000 + 137 * index}`,
      `${name}s`,
      `${1500 + 41 * index}`,
    ]);
    const words = [
      ...rowsAt([50, 300], [["Statement of income", "Statement of changes"]], 70),
      ...rowsAt([50, 200, 300, 450], rows),
    ];
    const text = groupsOf(words).join(" | ");
    expect(text).toMatch(/^Statement of income .*Tax \/ 1411 .*Statement of changes .*1623$/);
  });

  test("does not part the columns of one table", () => {
    const words = rowsAt(
      [50, 250, 330],
      [
        ["Sales of ropes", "1000", "1500"],
        ["Wages of riggers", "1137", "1541"],
        ["Rent of the yard", "1274", "1582"],
      ],
    );
    expect(groupsOf(words)).toHaveLength(1);
  });
});
