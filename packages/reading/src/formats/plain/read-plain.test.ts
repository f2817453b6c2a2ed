import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../test/read-bytes";

describe("separated values", () => {
  test.each([
    ["comma", 'a,b,c\n1,"x,\ny",3\n4,5\n'],
    ["semicolon", 'a;b;c\n1;"x,\ny";3\n4;5\n'],
    ["tab", "a\tb\tc\n1\tx,\ny\t3\n4\t5\n".replace("x,\ny", '"x,\ny"')],
    ["pipe", 'a|b|c\n1|"x,\ny"|3\n4|5\n'],
    ["declared", 'sep=;\na;b;c\n1;"x,\ny";3\n4;5\n'],
  ])("are found by their %s, with rows of any length", async (_, text) => {
    const { blocks, pages } = await readBytes(text, "a.csv");
    expect(pages[0]?.kind).toBe("sheet");
    expect(blocks[0]?.range).toBe("A1:C3");
    expect(blocks[0]?.cells?.map((cell) => cell.text)).toEqual([
      "a",
      "b",
      "c",
      "1",
      "x, y",
      "3",
      "4",
      "5",
    ]);
    expect(blocks[0]?.cells?.filter(({ isHeader }) => isHeader)).toHaveLength(3);
  });

  test("that are too many are cut, and it is said how many", async () => {
    const { blocks, warnings } = await readBytes("a,b\n".repeat(100), "a.csv", {
      limits: { cells: 20 },
    });
    expect(blocks[0]?.cells).toHaveLength(20);
    expect(warnings).toEqual(["Only the first 10 rows were read; about 90 more were left out."]);
  });

  test("are not swallowed by a quotation mark that nobody closes", async () => {
    const { blocks } = await readBytes('a,b\n"x,1\ny,2\nz,3\n', "a.csv");
    expect(blocks[0]?.cells).toHaveLength(8);
  });

  test("have no header where they begin with numbers", async () => {
    const { blocks } = await readBytes("1,2,x\n3,4,y\n", "a.csv");
    expect(blocks[0]?.cells?.some(({ isHeader }) => isHeader)).toBe(false);
  });
});

describe("JSON", () => {
  test("says values with their names, records as tables, lines of it too", async () => {
    const document = await readBytes(
      JSON.stringify({
        id: 7,
        tags: ["a", "b"],
        lines: [
          { item: "Pen", qty: 2 },
          { item: "Ink", note: null },
        ],
      }),
      "a.json",
    );
    expect(outlineOf(document)).toEqual([
      "paragraph: id: 7\ntags: a, b",
      "heading2: lines",
      "table: item\tqty\tnote\nPen\t2\t\nInk\t\t",
    ]);
    const lines = await readBytes('{"a":1}\n{"a":2}\n', "a.jsonl");
    expect(outlineOf(lines)).toEqual(["table: a\n1\n2"]);
  });

  test("beyond reason or broken is still read", async () => {
    const deep = await readBytes(`${"[".repeat(50_000)}1${"]".repeat(50_000)}`, "a.json");
    expect(deep.warnings).toHaveLength(1);
    expect((await readBytes('{"a": "long enough to be seen",', "a.json")).text).toContain(
      "long enough",
    );
  });
});

test("records with more fields than are read say so, in JSON and in XML", async () => {
  const names = Array.from({ length: 90 }, (_, index) => `f${index}`);
  const record = Object.fromEntries(names.map((name) => [name, 1]));
  const json = await readBytes(JSON.stringify([record, record]), "a.json");
  const fields = names.map((name) => `<${name}>1</${name}>`).join("");
  const xml = await readBytes(`<all><one>${fields}</one><one>${fields}</one></all>`, "a.xml");
  for (const { warnings } of [json, xml])
    expect(warnings).toEqual(["Only the first 80 of 90 fields of a record were read."]);
});

describe("subtitles", () => {
  test("are paragraphs of one speaker each, with their times", async () => {
    const { blocks, text } = await readBytes(
      "WEBVTT\n\nNOTE by hand\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.500\n<v Ann>One &amp; <i>two</i></v>\n\n00:03.000 --> 00:04.000\n<v Ann>three\n\n01:00:00.000 --> 01:00:01.000\n<v.loud Bo>Four\n",
      "a.vtt",
    );
    expect(blocks.map(({ span, speaker, time }) => [text.slice(...span), speaker, time])).toEqual([
      ["Ann: One & two three", "Ann", [1_000, 4_000]],
      ["Bo: Four", "Bo", [3_600_000, 3_601_000]],
    ]);
  });

  test("of films name who speaks where they say it", async () => {
    const { blocks } = await readBytes(
      "1\n00:00:01,000 --> 00:00:02,000\nAnna Berg: Come in.\n\n2\n00:00:03,000 --> 00:00:04,000\nNote that: it is late.\n",
      "a.srt",
    );
    expect(blocks.map(({ speaker }) => speaker)).toEqual(["Anna Berg", undefined]);
  });
});

describe("a transcript", () => {
  const said = [
    "Shall we begin?",
    "Yes, all are here.",
    "Good, the rent first.",
    "It is due in May.",
    "Agreed.",
    "Then that is all.",
  ];
  const turns = said.map((text, index) => ({
    text,
    name: index % 2 ? "Bo Moe" : "Anna Berg",
    time: `00:0${index}:10`,
  }));

  test.each([
    [
      "time and name before",
      turns.map(({ text, name, time }) => `[${time}] ${name}: ${text}`).join("\n"),
    ],
    [
      "name and time over",
      turns.map(({ text, name, time }) => `${name}  ${time}\n${text}\n`).join("\n"),
    ],
    [
      "time and name over",
      turns.map(({ text, name, time }) => `${time} ${name}\n${text}\n`).join("\n"),
    ],
  ])("with %s what is said keeps both", async (_, text) => {
    const { blocks } = await readBytes(text, "meeting.txt");
    expect(blocks.map(({ speaker, time }) => [speaker, time?.[0]])).toEqual(
      turns.map(({ name }, index) => [name, index * 60_000 + 10_000]),
    );
  });

  test("with names alone is one where they come back", async () => {
    const { blocks } = await readBytes(
      turns.map(({ text, name }) => `${name}: ${text}`).join("\n"),
      "meeting.txt",
    );
    expect(blocks.map(({ speaker }) => speaker)).toEqual(turns.map(({ name }) => name));
    const form = await readBytes(
      "Name: Ann\nTown: Oslo\nStreet: One\nPhone: 1\nEmail: a@b.c\nBorn: 1990\nRent: 5\n",
      "form.txt",
    );
    expect(form.blocks.some(({ speaker }) => speaker)).toBe(false);
  });
});

describe("what others export of a meeting", () => {
  const read = async (file: unknown, name: string) => {
    const bytes = typeof file === "string" ? file : JSON.stringify(file);
    const { blocks, text, metadata } = await readBytes(bytes, name);
    return {
      title: metadata.title,
      turns: blocks
        .filter(({ speaker, time }) => speaker !== undefined || time !== undefined)
        .map(({ span, time }) => [text.slice(...span), time]),
      blocks,
    };
  };
  const [hello, fine] = ["Hello to all of you.", "We are fine, thanks."];
  const expected = [
    [`Anna Berg: ${hello}`, [1_500, 3_000]],
    [`Bo Moe: ${fine}`, [3_200, 5_000]],
  ];
  const lettered = [
    [`Speaker A: ${hello}`, [1_500, 3_000]],
    [`Speaker B: ${fine}`, [3_200, 5_000]],
  ];
  const aws = (words: string, from: number, speaker: string) =>
    words.split(" ").map((content, index) => ({
      type: "pronunciation",
      alternatives: [{ confidence: "0.9", content }],
      start_time: String(from + index / 10),
      end_time: String(from + index / 10 + 0.1),
      speaker_label: speaker,
    }));

  test.each([
    [
      "Fireflies, in seconds",
      {
        title: "Weekly",
        sentences: [
          { index: 0, speaker_name: "Anna Berg", text: hello, start_time: 1.5, end_time: 3 },
          { index: 1, speaker_name: "Bo Moe", text: fine, start_time: 3.2, end_time: 5 },
        ],
      },
      expected,
    ],
    [
      "a bare list",
      [
        { speaker_name: "Anna Berg", sentence: hello, startTime: 1.5, endTime: 3 },
        { speaker_name: "Bo Moe", sentence: fine, startTime: 3.2, endTime: 5 },
      ],
      expected,
    ],
    [
      "an answer of the API of Fireflies",
      {
        data: {
          transcript: {
            sentences: [
              { speaker_name: "Anna Berg", raw_text: hello, start_time: "1.5", end_time: "3" },
              { speaker_name: "Bo Moe", raw_text: fine, start_time: "3.2", end_time: "5" },
            ],
          },
        },
      },
      expected,
    ],
    [
      "Whisper, without speakers",
      {
        task: "transcribe",
        text: `${hello} ${fine}`,
        segments: [
          { id: 0, start: 1.5, end: 3, text: ` ${hello}` },
          { id: 1, start: 3.2, end: 5, text: ` ${fine}` },
        ],
      },
      [[`${hello} ${fine}`, [1_500, 5_000]]],
    ],
    [
      "OpenAI with speakers",
      {
        segments: [
          { type: "transcript.text.segment", speaker: "A", start: 1.5, end: 3, text: hello },
          { type: "transcript.text.segment", speaker: "B", start: 3.2, end: 5, text: fine },
        ],
      },
      lettered,
    ],
    [
      "AssemblyAI, in milliseconds",
      {
        audio_duration: 5,
        utterances: [
          { speaker: "A", text: hello, start: 1_500, end: 3_000 },
          { speaker: "B", text: fine, start: 3_200, end: 5_000 },
        ],
      },
      lettered,
    ],
    [
      "milliseconds without a word of it",
      [
        { speaker: "A", text: hello, start: 1_500, end: 3_000 },
        { speaker: "B", text: fine, start: 3_200, end: 5_000 },
      ],
      lettered,
    ],
    [
      "Deepgram",
      {
        results: {
          utterances: [
            { speaker: 0, transcript: hello, start: 1.5, end: 3 },
            { speaker: 1, transcript: fine, start: 3.2, end: 5 },
          ],
        },
      },
      [
        [`Speaker 0: ${hello}`, [1_500, 3_000]],
        [`Speaker 1: ${fine}`, [3_200, 5_000]],
      ],
    ],
    [
      "AWS, word by word",
      {
        results: {
          items: [
            ...aws("Hello to all", 1.5, "spk_0"),
            { type: "punctuation", alternatives: [{ content: "." }] },
            ...aws("We are fine", 3.2, "spk_1"),
            { type: "punctuation", alternatives: [{ content: "." }] },
          ],
        },
      },
      [
        ["spk_0: Hello to all.", [1_500, 1_800]],
        ["spk_1: We are fine.", [3_200, 3_500]],
      ],
    ],
  ])("is read from %s", async (_, file, turns) => {
    expect((await read(file, "meeting.json")).turns).toEqual(turns);
  });

  test("is no transcript where the JSON holds other records", async () => {
    const bookings = [
      { text: "Rent", start: "2026-01-01", amount: 5 },
      { text: "Water", start: "2026-02-01", amount: 6 },
    ];
    expect((await read(bookings, "bookings.json")).turns).toEqual([]);
  });

  test("is read from Google Meet, with times that are worked out between its marks", async () => {
    const { title, turns, blocks } = await read(
      `Weekly sync (2026-03-03 10:00 GMT+1) - Transcript

Attendees
Anna Berg, Bo Moe

Transcript

Anna Berg: ${hello}
Bo Moe: ${fine}
Anna Berg: Then let us begin with it.

00:05:00

Bo Moe: The rent is due.

Transcription ended after 00:06:00

This editable transcript was computer generated and might contain errors.
`,
      "meet.txt",
    );
    expect(title).toBe("Weekly sync (2026-03-03 10:00 GMT+1)");
    expect(turns).toEqual([
      [`Anna Berg: ${hello}`, [0, 100_000]],
      [`Bo Moe: ${fine}`, [100_000, 180_000]],
      ["Anna Berg: Then let us begin with it.", [180_000, 300_000]],
      ["Bo Moe: The rent is due.", [300_000, 360_000]],
    ]);
    const said = blocks.filter(({ speaker }) => speaker);
    expect(said.every(({ isTimeGuessed }) => isTimeGuessed)).toBe(true);
  });

  test("is read from Zoom, which names a speaker on the first cue alone", async () => {
    const { blocks } = await read(
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnna Berg: One.\n\n2\n00:00:02.500 --> 00:00:03.000\nTwo.\n\n3\n00:00:09.000 --> 00:00:10.000\nThree.\n",
      "zoom.vtt",
    );
    expect(blocks.map(({ speaker, marks }) => [speaker, marks])).toEqual([
      [
        "Anna Berg",
        [
          [0, 1_000],
          [16, 2_500],
        ],
      ],
      [undefined, undefined],
    ]);
  });

  test("is read from the metadata of Teams", async () => {
    const cue = (speakerName: string, spokenText: string) =>
      JSON.stringify({ startDateTime: "2026-03-03T10:00:00Z", speakerName, spokenText });
    const { turns } = await read(
      `WEBVTT\n\n00:00:01.500 --> 00:00:03.000\n${cue("Anna Berg", hello)}\n\n00:00:03.200 --> 00:00:05.000\n${cue("Bo Moe", fine)}\n`,
      "teams.vtt",
    );
    expect(turns).toEqual(expected);
  });

  test("keeps the time of each sentence, and gives the last one an end", async () => {
    const { blocks } = await read(
      [
        "Anna Berg 0:01\nOne.",
        "Anna Berg 0:05\nTwo.",
        "Bo Moe 0:09\nThree four five six seven.",
      ].join("\n\n"),
      "meeting.txt",
    );
    expect(blocks.map(({ time, marks }) => [time, marks])).toEqual([
      [
        [1_000, 9_000],
        [
          [0, 1_000],
          [16, 5_000],
        ],
      ],
      [[9_000, 11_000], undefined],
    ]);
  });
});

test("a patent of the old tape form has title, abstract and claims", async () => {
  const document = await readBytes(
    "PATN\nWKU  01\nTTL  A pen\nINVT\nNAM  Berg; Anna\nABST\nPAL  A pen that\n      writes.\nBSUM\nPAC  FIELD\nPAR  Pens.\nCLMS\nSTM  I claim:\nNUM  1.\nPAR  1. A pen.\nNUM  2.\nPAR  2. A red pen.\n",
    "a.txt",
  );
  expect(outlineOf(document)).toEqual([
    "title: A pen",
    "heading2: ABSTRACT",
    "paragraph: A pen that writes.",
    "heading2: FIELD",
    "paragraph: Pens.",
    "heading2: CLAIMS",
    "list-item1: 1. A pen.",
    "list-item1: 2. A red pen.",
  ]);
});

test("programs and logs are told as they stand", async () => {
  const { blocks, text } = await readBytes("if x:\n    run()\n", "a.py");
  expect(blocks.map(({ kind }) => kind)).toEqual(["code"]);
  expect(text).toBe("if x:\n    run()");
});

test("no text of marks, names and times loses a word", async () => {
  const piece = fc.constantFrom(
    "Ann: ",
    "00:01:02 ",
    "[",
    "]",
    "- ",
    "\n",
    "\n\n",
    " ",
    "1. ",
    "word ",
    "===\n",
    ">",
    "|",
    ",",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const source = `begin ${pieces.join("")} end`;
      const { text } = await readBytes(source, "a.txt");
      const count = (within: string) => within.match(/word/g)?.length ?? 0;
      expect(count(text)).toBe(count(source));
    }),
    { numRuns: 100 },
  );
});

describe("separated values", () => {
  const rowsOf = async (text: string | Uint8Array, name = "a.csv") =>
    (await readBytes(text, name)).text.split("\n");
  const numbersOf = async (text: string) =>
    ((await readBytes(text, "a.csv")).blocks[0]?.cells ?? []).flatMap(({ number }) => number ?? []);

  test.each([
    [
      "two columns with a line break at the end",
      "Kosten;Betrag\r\nMiete;900,00\r\nStrom;110,50\r\n",
    ],
    ["decimal commas in every line", "1,5;Kosten\n900,00;Miete\n110,50;Strom\n"],
    ["the separator in its first line", "sep=;\r\nKosten;Betrag, netto\r\nMiete, kalt;900,00\r\n"],
    ["an empty line between", "Kosten;Betrag\n\nMiete;900,00\n"],
    [
      "semicolons in its words",
      "Name,Amount\nSmith; John,5\nDoe; Jane,7\n",
      ["Name\tAmount", "Smith; John\t5"],
    ],
    ["tabs", "Kosten\tBetrag\nMiete\t900,00\n", ["Kosten\tBetrag", "Miete\t900,00"]],
  ])("with %s are parted where people part them", async (_, text, rows: string[] = []) => {
    const found = await rowsOf(text);
    for (const row of found.filter((each) => each !== "")) expect(row.split("\t")).toHaveLength(2);
    for (const row of rows) expect(found).toContain(row);
  });

  test("of one column of amounts are not parted at their decimal commas", async () => {
    expect(await rowsOf("Betrag\n900,00\n1.110,50\n")).toEqual(["Betrag", "900,00", "1.110,50"]);
  });

  test("parted by semicolons have decimal commas, unless a number proves the point", async () => {
    expect(await numbersOf("Teil;Gewicht\nA;1,250\nB;2,125\n")).toEqual([1.25, 2.125]);
    expect(await numbersOf("Part;Price\nA;1,250\nB;2,125.50\n")).toEqual([1250, 2125.5]);
    expect(await numbersOf("Part,Weight\nA,4.125\nB,2.5\n")).toEqual([4.125, 2.5]);
  });

  test.each(["utf-16le", "utf8"])(
    "with tabs are a table in a text file too: %s",
    async (charset) => {
      const text = "Datum\tEmpfänger\tBetrag\r\n01.02.2026\tBäckerei\t-12,50\r\n";
      const bytes = iconv.encode(text, charset, { addBOM: charset !== "utf8" });
      const document = await readBytes(bytes, "a.txt");
      expect(document.format).toBe("csv");
      expect(document.text).toBe(text.replaceAll("\r\n", "\n").trim());
      expect((await readBytes("A text\twith a tab\nand a line without", "a.txt")).format).toBe(
        "text",
      );
      expect((await readBytes("10:01\tAnn\tHello\n10:02\tBo\tHi\n", "a.txt")).format).toBe("text");
    },
  );
});
