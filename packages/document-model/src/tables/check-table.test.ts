import { describe, expect, test } from "vitest";
import type { Cell } from "../parsed-document";
import { checkTable } from "./check-table";

function cellsOf(rows: string[][]): Cell[] {
  return rows.flatMap((row, index) =>
    row.map(
      (text, column): Cell => ({
        text,
        span: [0, 0],
        row: index,
        column,
        ...(index === 0 && { isHeader: true }),
      }),
    ),
  );
}

function doubtsIn(rows: string[][], isRecognised = false): (string | undefined)[] {
  return checkTable(cellsOf(rows), { isRecognised }).flatMap(({ doubt }) => doubt ?? []);
}

function numbersIn(rows: string[][], language?: string): (number | undefined)[] {
  return checkTable(cellsOf(rows), { isRecognised: false, language })
    .filter(({ isHeader, column }) => !isHeader && column > 0)
    .map(({ number }) => number);
}

const years = ["Item", "2009", "2010", "2011", "2012"];

describe("numbers", () => {
  test("take their decimal sign from the other figures of the column", () => {
    expect(
      numbersIn([
        ["", "€"],
        ["a", "1.234"],
        ["b", "12,50"],
      ]),
    ).toEqual([1234, 12.5]);
    expect(
      numbersIn([
        ["", "$"],
        ["a", "1.234"],
        ["b", "12.50"],
      ]),
    ).toEqual([1.234, 12.5]);
  });

  test("take it from the language where the figures say nothing", () => {
    expect(
      numbersIn(
        [
          ["", "n"],
          ["a", "3.597"],
          ["b", "1.847"],
        ],
        "de",
      ),
    ).toEqual([3597, 1847]);
    expect(
      numbersIn(
        [
          ["", "n"],
          ["a", "3.597"],
          ["b", "1.847"],
        ],
        "en",
      ),
    ).toEqual([3.597, 1.847]);
  });

  test("that came with a cell are kept", () => {
    const [cell] = checkTable([{ text: "1.234", span: [0, 5], row: 0, column: 0, number: 7 }], {
      isRecognised: false,
    });
    expect(cell?.number).toBe(7);
  });

  test("are not read into notes", () => {
    expect(
      numbersIn([
        ["", "Note"],
        ["a", "(1)"],
        ["b", "see below"],
      ]),
    ).toEqual([undefined, undefined]);
  });
});

describe("totals", () => {
  test("that are a digit off beside others that are right are doubted", () => {
    const rows = [
      years,
      ["a", "1,000", "2,000", "3,000", "10"],
      ["b", "230", "100", "50", "11"],
      ["Total", "1,250", "2,100", "3,050", "21"],
    ];
    expect(doubtsIn(rows)).toEqual(["The parts add up to 1,230, not 1,250."]);
  });

  test.each(["Итого", "合計", "合计金额", "المجموع", "Yhteensä:", "– Σύνολο"])(
    "are known by their name in other alphabets: %s",
    (name) => {
      const rows = [
        years,
        ["a", "1,000", "2,000", "3,000", "10"],
        ["b", "230", "100", "50", "11"],
        [name, "1,250", "2,100", "3,050", "21"],
      ];
      expect(doubtsIn(rows)).toEqual(["The parts add up to 1,230, not 1,250."]);
    },
  );

  test("that are right, but for rounding, are not", () => {
    const rows = [
      years,
      ["a", "1.4", "2.0", "3.0", "1.0"],
      ["b", "1.4", "1.0", "5.0", "1.1"],
      ["c", "1.4", "1", "1", "1"],
      ["Total", "4.3", "4.0", "9.0", "3.1"],
    ];
    expect(doubtsIn(rows)).toEqual([]);
  });

  test("of columns that do not add up, such as prices and shares, are not", () => {
    const rows = [
      ["Item", "Sold", "Bought", "Left", "Price", "Share"],
      ["a", "100", "200", "300", "12.50", "40%"],
      ["b", "150", "250", "350", "14.50", "65%"],
      ["Total", "250", "450", "650", "13.70", "100%"],
    ];
    expect(doubtsIn(rows)).toEqual([]);
  });

  test("alone in their row are not, for there is nothing to go by", () => {
    expect(
      doubtsIn([
        ["Item", "Price"],
        ["a", "100"],
        ["b", "120"],
        ["Total", "240"],
      ]),
    ).toEqual([]);
  });

  test("of a part of the table count what stands since the last total", () => {
    const rows = [
      years,
      ["a", "1,000", "2,000", "3,000", "4,000"],
      ["b", "500", "500", "500", "500"],
      ["Subtotal", "1,500", "2,500", "3,500", "4,500"],
      ["c", "700", "700", "700", "700"],
      ["d", "100", "100", "100", "100"],
      ["Subtotal", "800", "800", "900", "800"],
      ["Grand total", "2,300", "3,300", "4,300", "5,300"],
    ];
    expect(doubtsIn(rows)).toContain("The parts add up to 800, not 900.");
  });
});

describe("letters among figures", () => {
  const rows = [
    ["Item", "Price"],
    ["a", "100"],
    ["b", "1O5"],
    ["c", "120"],
    ["d", "95"],
  ];

  test("are doubted on recognised pages", () => {
    expect(doubtsIn(rows, true)).toEqual(['The column holds numbers: "1O5" may be 105.']);
  });

  test("are what they are everywhere else", () => {
    expect(doubtsIn(rows)).toEqual([]);
  });
});
