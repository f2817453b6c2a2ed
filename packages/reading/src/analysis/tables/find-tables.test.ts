import type { Box } from "@besunny/document-model/parsed-document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlacedWord } from "../layout/placed-word";
import { findTables, tableIn } from "./find-tables";
import type { FoundTable, PageArea, Rule } from "./found-table";

const size = 10;
const letter = 5;

function wordsAt(text: string, x: number, y: number, isBold = false): PlacedWord[] {
  let left = x;
  return text.split(" ").map((word) => {
    const box: Box = [left, y, word.length * letter, size];
    left += (word.length + 0.5) * letter;
    return { text: word, box, at: box, size, isBold, isGlued: false };
  });
}

type Place = { columns: number[]; top?: number; pitch?: number };

/** Returns a line for each row with a cell at each column. An empty text is an empty cell. */
function aGrid(rows: string[][], { columns, top = 100, pitch = 14 }: Place): PlacedWord[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === "" ? [] : wordsAt(text, columns[column] ?? 0, top + index * pitch),
    ),
  );
}

function aPage(words: PlacedWord[], rules: Rule[] = []): PageArea {
  return { words, rules, width: 600, height: 800 };
}

function lattice(xs: number[], ys: number[]): Rule[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [
    ...ys.map((y): Rule => [left, y, right - left, 0]),
    ...xs.map((x): Rule => [x, top, 0, bottom - top]),
  ];
}

function textsOf(table: FoundTable | null | undefined): string[][] {
  const rows: string[][] = [];
  for (const { row, column, words } of table?.cells ?? []) {
    rows[row] ??= [];
    const own = rows[row];
    if (own) own[column] = words.map(({ text }) => text).join(" ");
  }
  return rows;
}

const prose =
  "The quick brown fox jumps over the lazy dog and runs along the river bank until dusk falls".split(
    " ",
  );

function aParagraph(x: number, top: number, width: number, lines: number): PlacedWord[] {
  return Array.from({ length: lines }, (_, line) => {
    let text = prose[(line * 3) % prose.length] ?? "";
    for (let at = 1; (text.length + 7) * letter < width; at++)
      text += ` ${prose[(line * 3 + at) % prose.length]}`;
    return wordsAt(text, x, top + line * 14);
  }).flat();
}

const figures = [
  ["", "2010", "2011", "2012"],
  ["Apples sold", "1,200", "1,300", "1,450"],
  ["Pears sold", "900", "", "870"],
  ["Plums sold", "15", "18", "22"],
  ["Total", "2,115", "1,318", "2,342"],
];
const columns = [50, 200, 280, 360];

describe("tables without lines", () => {
  test("are found with their columns, rows, heads and empty cells", () => {
    const [table, ...others] = findTables(aPage(aGrid(figures, { columns })));
    expect(others).toEqual([]);
    expect(textsOf(table)).toEqual(figures);
    expect(table?.cells.filter(({ isHeader }) => isHeader).map(({ row }) => row)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(table?.isRuled).toBe(false);
  });

  test("keep a label that runs over two lines in one cell", () => {
    const rows = [
      ["Country", "Men", "Women"],
      ["Expenditure of the", "", ""],
      ["central government", "120", "130"],
      ["Interest", "12", "13"],
      ["Other", "9", "8"],
    ];
    const [table] = findTables(aPage(aGrid(rows, { columns })));
    expect(textsOf(table)[1]).toEqual(["Expenditure of the central government", "120", "130"]);
  });

  test("give a heading that stands over two columns both of them", () => {
    const words = [
      ...wordsAt("Number of persons", 225, 86),
      ...aGrid(
        [
          ["Year", "Men", "Women", "All"],
          ["First", "10", "11", "21"],
          ["Second", "12", "13", "25"],
          ["Third", "14", "15", "29"],
        ],
        { columns: [50, 220, 290, 400] },
      ),
    ];
    const heading = findTables(aPage(words))[0]?.cells.find(({ words: own }) =>
      own.some(({ text }) => text === "Number"),
    );
    expect(heading).toMatchObject({ row: 0, column: 1, columnSpan: 2 });
  });

  test("keep a heading over the labels, and those over the figures", () => {
    const words = [
      ...wordsAt("Area of work and reason", 60, 86),
      ...wordsAt("First year", 250, 86),
      ...wordsAt("Second year", 405, 86),
      ...aGrid(
        [
          ["", "", "Men", "All", "Men", "All"],
          ["North", "work", "10", "11", "21", "22"],
          ["South", "family", "12", "13", "25", "26"],
          ["West", "study", "14", "15", "29", "30"],
        ],
        { columns: [50, 130, 240, 300, 400, 460] },
      ),
    ];
    const cells = findTables(aPage(words))[0]?.cells ?? [];
    const place = (first: string) => cells.find(({ words: own }) => own[0]?.text === first);
    expect(place("Area")).toMatchObject({ row: 0, column: 0, columnSpan: 2 });
    expect(place("First")).toMatchObject({ row: 0, column: 2, columnSpan: 2 });
    expect(place("Second")).toMatchObject({ row: 0, column: 4, columnSpan: 2 });
  });

  test("are kept apart from the text above and below", () => {
    const words = [
      ...aParagraph(50, 20, 450, 4),
      ...aGrid(figures, { columns, top: 110 }),
      ...aParagraph(50, 210, 450, 5),
    ];
    const found = findTables(aPage(words));
    expect(found.map(textsOf)).toEqual([figures]);
  });

  test("are found inside one column of a page of two", () => {
    const words = [
      ...aParagraph(40, 40, 240, 20),
      ...aParagraph(320, 40, 240, 6),
      ...aGrid(figures, { columns: [320, 420, 470, 520], top: 140 }),
      ...aParagraph(320, 230, 240, 6),
    ];
    expect(findTables(aPage(words)).map(textsOf)).toEqual([figures]);
  });

  test("are not parted by dots that lead to the figures", () => {
    const rows = figures.map(([label = "", ...others]) => [
      label && `${label} ..............`,
      ...others,
    ]);
    const [table] = findTables(aPage(aGrid(rows, { columns })));
    expect(textsOf(table)[4]).toEqual(["Total ..............", "2,115", "1,318", "2,342"]);
  });
});

describe("what is no table", () => {
  test.each([
    ["a text in one column", aParagraph(50, 50, 480, 30)],
    ["a text in two columns", [...aParagraph(40, 50, 240, 30), ...aParagraph(320, 50, 240, 30)]],
    [
      "a numbered list",
      Array.from({ length: 8 }, (_, at) => [
        ...wordsAt(`${at + 1}.`, 50, 50 + at * 20),
        ...wordsAt("Something that has to be done soon", 75, 50 + at * 20),
      ]).flat(),
    ],
    [
      "a table of contents",
      Array.from({ length: 9 }, (_, at) => [
        ...wordsAt(`Chapter about things ${".".repeat(30)}`, 50, 50 + at * 18),
        ...wordsAt(String(3 + at * 7), 520, 50 + at * 18),
      ]).flat(),
    ],
    [
      "a letterhead",
      [
        ...wordsAt("Example Company Limited", 50, 40),
        ...wordsAt("Telephone 030 123", 400, 40),
        ...wordsAt("Some Street 5", 50, 54),
        ...wordsAt("mail@example.com", 400, 54),
        ...aParagraph(50, 150, 450, 12),
      ],
    ],
    [
      "code with remarks beside it",
      Array.from({ length: 8 }, (_, at) => [
        ...wordsAt(`let a${at} = f(${at});`, 50, 50 + at * 14),
        ...wordsAt("// says why", 300, 50 + at * 14),
      ]).flat(),
    ],
  ])("%s is left alone", (_, words) => {
    expect(findTables(aPage(words))).toEqual([]);
  });

  test("a frame with a text in it is left alone", () => {
    const words = aParagraph(60, 60, 300, 8);
    expect(findTables(aPage(words, lattice([50, 380], [50, 190])))).toEqual([]);
  });
});

describe("tables with lines", () => {
  test("have a cell for each field, however many lines its text has", () => {
    const rows = [
      ["Name", "What it is for"],
      ["Hammer", "driving nails"],
      ["", "into wood"],
      ["Saw", "cutting"],
    ];
    const rules = lattice([45, 150, 300], [97, 112, 141, 156]);
    const [table] = findTables(aPage(aGrid(rows, { columns: [50, 155] }), rules));
    expect(textsOf(table)).toEqual([
      ["Name", "What it is for"],
      ["Hammer", "driving nails into wood"],
      ["Saw", "cutting"],
    ]);
    expect(table?.isRuled).toBe(true);
  });

  test("join the fields between which no line is drawn", () => {
    const words = [
      ...wordsAt("Both", 170, 102),
      ...aGrid(
        [
          ["Key", "Left", "Right"],
          ["a", "b", "c"],
        ],
        { columns: [50, 155, 255], top: 117, pitch: 15 },
      ),
    ];
    const rules: Rule[] = [
      ...[99, 129, 144].map((y): Rule => [45, y, 310, 0]),
      [150, 114, 205, 0],
      ...[45, 150, 355].map((x): Rule => [x, 99, 0, 45]),
      [250, 114, 0, 30],
    ];
    const [table] = findTables(aPage(words, rules));
    expect(table?.cells.find(({ words: own }) => own[0]?.text === "Both")).toMatchObject({
      row: 0,
      column: 1,
      columnSpan: 2,
    });
    expect(table?.cells.find(({ words: own }) => own[0]?.text === "Key")).toMatchObject({
      column: 0,
    });
  });

  test("are found between lines drawn across only", () => {
    const rows = [
      ["Term", "Meaning"],
      ["Alpha", "the first of them"],
      ["Beta", "the second"],
      ["Gamma", "the third"],
    ];
    const rules: Rule[] = [98, 112, 155].map((y) => [45, y, 300, 0]);
    const [table] = findTables(aPage(aGrid(rows, { columns: [50, 180] }), rules));
    expect(textsOf(table)).toEqual(rows);
  });
});

test("a table is read in a given region even where it would not be looked for", () => {
  const words = aGrid(
    [
      ["Name", "Ada"],
      ["City", "London"],
    ],
    { columns: [50, 200] },
  );
  expect(textsOf(tableIn(aPage(words), [40, 90, 300, 50]))).toEqual([
    ["Name", "Ada"],
    ["City", "London"],
  ]);
  expect(tableIn(aPage(words), [40, 400, 300, 50])).toBeNull();
});

const anyPage = fc.record({
  words: fc.array(
    fc.record({
      text: fc.constantFrom("a", "12", "3.5", "-", "Total", "....", "word", "1,200", "(4)"),
      x: fc.integer({ min: 0, max: 28 }),
      y: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 120 },
  ),
  xs: fc.uniqueArray(fc.integer({ min: 0, max: 28 }), { maxLength: 6 }),
  ys: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }),
});

test("whatever the page: no word is in two cells, cells never overlap, and the same comes out twice", () => {
  fc.assert(
    fc.property(anyPage, ({ words, xs, ys }) => {
      const placed = words.flatMap(({ text, x, y }) => wordsAt(text, x * 20 + 2, y * 14 + 2));
      const rules =
        xs.length > 1 && ys.length > 1
          ? lattice(
              xs.map((x) => x * 20).sort((a, b) => a - b),
              ys.map((y) => y * 14).sort((a, b) => a - b),
            )
          : [];
      const found = findTables(aPage(placed, rules));
      const whole = tableIn(aPage(placed, rules), [0, 0, 600, 800]);
      expect(findTables(aPage(placed, rules))).toEqual(found);
      const held = found.flatMap(({ cells }) => cells.flatMap((cell) => cell.words));
      expect(new Set(held).size).toBe(held.length);
      expect(held.every((word) => placed.includes(word))).toBe(true);
      if (whole)
        expect(new Set(whole.cells.flatMap((cell) => cell.words)).size).toBe(placed.length);
      for (const table of [...found, ...(whole ? [whole] : [])]) expectNoOverlap(table);
    }),
    { numRuns: 150 },
  );
});

function expectNoOverlap({ cells }: FoundTable) {
  const taken = new Set<string>();
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) {
        expect(taken.has(`${r} ${c}`)).toBe(false);
        taken.add(`${r} ${c}`);
      }
}

test("four times the words do not cost much more than four times the work", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => [
      `Row number ${at}`,
      String(at * 7),
      String(at * 3),
      "1,000",
    ]);
  const reads = (count: number) => {
    let looks = 0;
    const words = aGrid(rows(count), { columns, pitch: 12 }).map((word) => {
      const { at } = word;
      return Object.defineProperty({ ...word }, "at", {
        enumerable: true,
        get: () => {
          looks += 1;
          return at;
        },
      });
    });
    expect(findTables({ words, rules: [], width: 600, height: count * 12 + 200 })).toHaveLength(1);
    return looks;
  };
  expect(reads(800)).toBeLessThan(6 * reads(200));
});
