import { describe, expect, test } from "vitest";
import { asArtifact, aTaggedPdf, marked, type Tag } from "../../../../test/a-tagged-pdf";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const p = (...children: (Tag | number)[]): Tag => ({ type: "P", children });
const tag = (type: string, ...children: (Tag | number)[]): Tag => ({ type, children });
const read = (...given: Parameters<typeof aTaggedPdf>) => readBytes(aTaggedPdf(...given), "a.pdf");

const rent = [
  "The tenant shall pay the rent on the first day of",
  "each month to the account named below.",
];
const text = (first: number, y: number) =>
  rent.map((each, index) => marked(first + index, each, [72, y - 14 * index]));

describe("tags of a PDF", () => {
  test("tell headings, items, captions and notes that look like any other line", async () => {
    const document = await read(
      [
        marked(0, "Payment of rent", [72, 700]),
        ...text(1, 680),
        marked(3, "Keys are handed over in May", [72, 640]),
        marked(4, "Lamps stay in the house", [72, 626]),
        marked(5, "View of the house", [72, 600]),
        marked(6, "See the act on leases", [72, 120]),
      ],
      [
        tag("H2", 0),
        p(1, 2, tag("Reference", tag("Note", p(6)))),
        tag("L", tag("LI", tag("LBody", p(3))), tag("LI", tag("LBody", 4))),
        tag("Caption", 5),
      ],
    );
    expect(outlineOf(document)).toEqual([
      "heading2: Payment of rent",
      `paragraph: ${rent.join(" ")}`,
      "list-item: Keys are handed over in May",
      "list-item: Lamps stay in the house",
      "caption: View of the house",
      "footnote: See the act on leases",
    ]);
  });

  const heading: Parameters<typeof aTaggedPdf> = [
    [marked(0, "payment of rent falls due", [72, 700]), ...text(1, 680)],
    [tag("H1", 0), p(1, 2)],
  ];

  test.each([
    ["that may be wrong, as the file says", "/Marked true /Suspects true"],
    ["of a file that does not claim to be tagged", "/Marked false"],
  ])("%s are left", async (_, markInfo) => {
    const [contents, tree] = [
      [marked(0, "Payment of rent", [72, 700]), ...text(1, 680)],
      heading[1],
    ];
    expect(outlineOf(await read(contents, tree))[0]).toBe("heading1: Payment of rent");
    expect(outlineOf(await read(contents, tree, { markInfo }))[0]).toMatch(/^paragraph/);
  });

  test("that call the inside of a sentence a heading are left", async () => {
    expect(outlineOf(await read(...heading))[0]).toMatch(/^paragraph/);
  });

  test("that call the whole text a heading are left", async () => {
    const contents = Array.from({ length: 12 }, (_, row) =>
      marked(row, `Line ${row} of a letter that goes on for a while and says much`, [
        72,
        700 - 14 * row,
      ]),
    );
    const document = await read(
      contents,
      contents.map((_, row) => tag("H1", row)),
    );
    expect(document.blocks.filter(({ kind }) => kind === "heading")).toEqual([]);
  });

  test("that begin a paragraph at each line are left", async () => {
    const document = await read(
      [...text(0, 700), ...text(2, 672), ...text(4, 600)],
      [0, 1, 2, 3, 4, 5].map((each) => p(each)),
    );
    expect(outlineOf(document)).toEqual([
      `paragraph: ${rent.join(" ")} ${rent.join(" ")}`,
      `paragraph: ${rent.join(" ")}`,
    ]);
  });

  test("part paragraphs without a gap between them", async () => {
    const document = await read([...text(0, 700), ...text(2, 672)], [p(0, 1), p(2, 3)]);
    expect(outlineOf(document)).toEqual([
      `paragraph: ${rent.join(" ")}`,
      `paragraph: ${rent.join(" ")}`,
    ]);
  });

  test("put columns with a narrow gutter in order", async () => {
    const left = ["One", "two", "Six", "ten", "Ten"].map((each) => `${each} alpha beta gamma`);
    const right = left.map((each) => each.replace("alpha", "delta"));
    const contents = left.flatMap((each, row) => [
      marked(row, each, [72, 700 - 14 * row]),
      marked(10 + row, right[row] ?? "", [194, 700 - 14 * row]),
    ]);
    const document = await read(contents, [p(0, 1, 2, 3, 4), p(10, 11, 12, 13, 14)]);
    expect(document.text.replace(/\s+/g, " ")).toBe([...left, ...right].join(" "));
  });

  test("in an order that nobody could read are not followed", async () => {
    const document = await read(
      [
        marked(0, "First of all", [72, 700]),
        marked(1, "Then this", [72, 640]),
        marked(2, "At last that", [72, 580]),
      ],
      [p(2), p(0), p(1)],
    );
    expect(document.text.replace(/\s+/g, " ")).toBe("First of all Then this At last that");
  });
});

describe("a table of the tags", () => {
  const places: [number, number][] = [
    [72, 700],
    [200, 700],
    [300, 700],
    [72, 680],
    [200, 680],
    [300, 680],
    [72, 660],
    [200, 660],
    [300, 660],
  ];
  const cells = ["Room", "Area", "Rent", "Kitchen", "12", "300", "Hall", "8", "90"];
  const contents = cells.map((cell, index) => marked(index, cell, places[index] ?? [0, 0]));
  const row = (type: string, ...numbers: number[]) =>
    tag("TR", ...numbers.map((each) => tag(type, each)));

  test("has its heads, and cells over several columns", async () => {
    const wide: Tag = { type: "TH", entries: "/A << /O /Table /ColSpan 2 >>", children: [9] };
    const { blocks } = await read(
      [
        marked(9, "Flat on the second floor", [180, 720]),
        marked(10, "Kind", [72, 720]),
        ...contents,
      ],
      [
        tag(
          "Table",
          tag("THead", tag("TR", tag("TH", 10), wide), row("TH", 0, 1, 2)),
          tag("TBody", row("TD", 3, 4, 5), row("TD", 6, 7, 8)),
        ),
      ],
    );
    expect(blocks).toHaveLength(1);
    expect(
      blocks[0]?.cells?.map(({ text, row: r, column, columnSpan, isHeader }) => [
        text,
        r,
        column,
        columnSpan,
        isHeader,
      ]),
    ).toEqual([
      ["Kind", 0, 0, undefined, true],
      ["Flat on the second floor", 0, 1, 2, true],
      ["Room", 1, 0, undefined, true],
      ["Area", 1, 1, undefined, true],
      ["Rent", 1, 2, undefined, true],
      ["Kitchen", 2, 0, undefined, undefined],
      ["12", 2, 1, undefined, undefined],
      ["300", 2, 2, undefined, undefined],
      ["Hall", 3, 0, undefined, undefined],
      ["8", 3, 1, undefined, undefined],
      ["90", 3, 2, undefined, undefined],
    ]);
  });

  test("of one column, or whose cells are printed elsewhere, is not followed", async () => {
    const single = await read(
      [...text(0, 700), ...text(2, 650)],
      [tag("Table", tag("TR", tag("TD", p(0, 1))), tag("TR", tag("TD", p(2, 3))))],
    );
    expect(single.blocks.every(({ kind }) => kind === "paragraph")).toBe(true);
    const turned = await read(contents, [
      tag("Table", row("TD", 8, 3, 1), row("TD", 0, 7, 5), row("TD", 6, 4, 2)),
    ]);
    const table = turned.blocks.find(({ kind }) => kind === "table");
    expect(table?.cells?.map(({ text: words }) => words)).toEqual(cells);
  });
});

test("the description of a picture is read, a file name is not", async () => {
  const figure = (alternative: string, child: number): Tag => ({
    type: "Figure",
    entries: `/Alt (${alternative})`,
    children: [child],
  });
  const document = await read(
    [
      marked(0, "Before the picture", [72, 700]),
      "/Figure << /MCID 1 >> BDC 72 500 90 90 re f EMC",
      marked(2, "Behind the picture", [72, 400]),
      "/Figure << /MCID 3 >> BDC 72 300 90 90 re f EMC",
    ],
    [p(0), figure("A red house by the sea", 1), p(2), figure("scan.png", 3)],
  );
  expect(outlineOf(document)).toEqual([
    "paragraph: Before the picture",
    "figure: A red house by the sea",
    "paragraph: Behind the picture",
  ]);
});

test("a text that the tags state stands in place of the letters, and one that they say already does not", async () => {
  const span = (said: string, child: number): Tag => ({
    type: "Span",
    entries: `/ActualText (${said})`,
    children: [child],
  });
  const document = await read(
    [
      marked(0, "The Mernorandwn", [72, 700]),
      marked(1, "of 1998", [165, 700]),
      marked(2, "says more", [72, 686]),
    ],
    [p(span("The Memorandum", 0), 1, span("says", 2))],
  );
  expect(document.text.replace(/\s+/g, " ")).toBe("The Memorandum of 1998 says more");
});

test("lines at the edge of the page that are no part of the text are headers and footers", async () => {
  const document = await read(
    [asArtifact("Lease of May", [72, 760]), ...text(0, 700), asArtifact("Acme Ltd", [72, 40])],
    [p(0, 1)],
  );
  expect(outlineOf(document)).toEqual([
    "header: Lease of May",
    `paragraph: ${rent.join(" ")}`,
    "footer: Acme Ltd",
  ]);
});

test("the stated language counts where the text is too short to tell, not against the text", async () => {
  const stated = { catalog: "/Lang (de-AT)" };
  const short = await read([marked(0, "Miete 2026", [72, 700])], [p(0)], stated);
  expect([short.pages[0]?.language, short.metadata.language]).toEqual(["de", "de"]);
  const english = await read([...text(0, 700), ...text(2, 600)], [p(0, 1), p(2, 3)], stated);
  expect(english.metadata.language).toBe("en");
});
