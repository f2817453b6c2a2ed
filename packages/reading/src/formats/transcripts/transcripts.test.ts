import { Document, Packer, Paragraph } from "docx";
import { describe, expect, test } from "vitest";

import { readBytes } from "../../../test/read-bytes";

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

  test("is read from subtitles in XML and from those of YouTube", async () => {
    const xml = await read(
      `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="00:00:01.500" end="00:00:03.000">${hello}</p><p begin="8.2s" end="10s">${fine}</p></div></body></tt>`,
      "a.ttml",
    );
    expect(xml.turns).toEqual([[`${hello} ${fine}`, [1_500, 10_000]]]);
    const youtube = await read(
      `0:00:01.500,0:00:03.000\nAnna Berg: ${hello}\n\n0:00:03.200,0:00:05.000\nBo Moe: ${fine}\n`,
      "a.sbv",
    );
    expect(youtube.turns).toEqual(expected);
  });

  test("is read from a Word file, which a letter with times is not", async () => {
    const docx = async (lines: string[]) => {
      const children = lines.map((text) => new Paragraph(text));
      const file = await Packer.toBuffer(new Document({ sections: [{ children }] }));
      const { blocks } = await readBytes(file, "a.docx");
      return blocks.map(({ speaker, time }) => [speaker, time?.[0]]);
    };
    const said = [0, 1, 2, 3].flatMap((minute) => [
      `${minute % 2 ? "Bo Moe" : "Anna Berg"}   ${minute}:05`,
      "It is said here.",
    ]);
    expect(await docx(["Weekly sync", ...said])).toEqual([
      [undefined, undefined],
      ["Anna Berg", 5_000],
      ["Bo Moe", 65_000],
      ["Anna Berg", 125_000],
      ["Bo Moe", 185_000],
    ]);
    const letter = ["Dear Anna,", "10:30 The train leaves.", "Bring the key.", "Yours, Bo"];
    expect((await docx(letter)).every(([speaker]) => speaker === undefined)).toBe(true);
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
