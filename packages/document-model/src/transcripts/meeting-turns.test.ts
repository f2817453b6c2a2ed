import { expect, test } from "vitest";

import { meetingOf } from "./meeting-turns";

const text = "Weekly\n\nAnna Berg: Hello all. We begin.\n\nNo name here.";
const block = { kind: "paragraph" as const, page: 1 };

test("the turns of a transcript are its words without names, with the second of each sentence", () => {
  const turns = meetingOf({
    text,
    blocks: [
      { ...block, id: "1", kind: "title", span: [0, 6] },
      {
        ...block,
        id: "2",
        span: [8, 39],
        speaker: "Anna Berg",
        time: [1_000, 4_000],
        marks: [
          [0, 1_000],
          [22, 3_000],
        ],
      },
      { ...block, id: "3", span: [41, 54], time: [4_000, 5_000], isTimeGuessed: true },
    ],
  });
  expect(turns?.map(({ span, ...turn }) => ({ ...turn, said: text.slice(...span) }))).toEqual([
    {
      number: 1,
      speaker: "Anna Berg",
      startMs: 1_000,
      endMs: 4_000,
      isTimeGuessed: false,
      marks: [
        [19, 1_000],
        [30, 3_000],
      ],
      said: "Hello all. We begin.",
    },
    {
      number: 2,
      speaker: null,
      startMs: 4_000,
      endMs: 5_000,
      isTimeGuessed: true,
      said: "No name here.",
    },
  ]);
});

test("a text that is no transcript has no turns", () => {
  expect(meetingOf({ text, blocks: [{ ...block, id: "1", span: [0, text.length] }] })).toBeNull();
  const quoted = [{ ...block, id: "1", span: [0, 6] as [number, number], speaker: "Anna" }];
  expect(meetingOf({ text: text.repeat(9), blocks: quoted })).toBeNull();
});

test("a recording whose server names nobody and no times is talk all the same", () => {
  const plain = { ...block, id: "1", span: [0, 6] as [number, number] };
  expect(meetingOf({ text: "Weekly", blocks: [plain] })).toBeNull();
  expect(meetingOf({ text: "Weekly", blocks: [plain], format: "mp3" })).toMatchObject([
    { speaker: null, startMs: null, endMs: null, span: [0, 6] },
  ]);
});
