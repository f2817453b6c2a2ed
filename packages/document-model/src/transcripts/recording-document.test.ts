import { describe, expect, test } from "vitest";
import type { HeardPart } from "./heard";
import { recordingDocument } from "./recording-document";

const part = (values: Partial<HeardPart>): HeardPart => ({
  text: "",
  speaker: null,
  startMs: null,
  endMs: null,
  confidence: null,
  ...values,
});

function transcript(parts: HeardPart[], endMs = 60_000) {
  return recordingDocument({
    format: "mp3",
    mediaType: "audio/mpeg",
    pieces: [{ startMs: 0, endMs, heard: { language: "en", parts } }],
  });
}

describe("the transcript of a recording", () => {
  test("each speaker has a block, and each part keeps its time", () => {
    const { text, blocks, warnings } = transcript([
      part({ text: "Good morning.", speaker: "A", startMs: 1_000, endMs: 2_000 }),
      part({ text: "The rent is due.", speaker: "A", startMs: 5_000, endMs: 6_500 }),
      part({ text: "Thank you.", speaker: "B", startMs: 7_000, endMs: 8_000 }),
    ]);
    expect(text).toBe("Speaker A: Good morning. The rent is due.\n\nSpeaker B: Thank you.");
    expect(blocks.map(({ time, speaker }) => [time, speaker])).toEqual([
      [[1_000, 6_500], "Speaker A"],
      [[7_000, 8_000], "Speaker B"],
    ]);
    const [first] = blocks;
    expect(first?.marks?.map(([at, ms]) => [text.slice(at).slice(0, 8), ms])).toEqual([
      ["Speaker ", 1_000],
      ["The rent", 5_000],
    ]);
    expect(warnings).toEqual([]);
  });

  test("where words have times, a sentence begins at that of its first word", () => {
    const words = ["Good", "morning.", "The", "rent"].map((text, index) => ({
      text,
      startMs: index * 1_000,
      endMs: index * 1_000 + 900,
    }));
    const rest = ["is", "due."].map((text, index) => ({
      text,
      startMs: 4_000 + index * 1_000,
      endMs: 4_900 + index * 1_000,
    }));
    const { text, blocks } = transcript([
      part({ text: "Good morning. The rent", startMs: 0, endMs: 3_900, words }),
      part({ text: "is due.", startMs: 4_000, endMs: 5_900, words: rest }),
    ]);
    expect(text).toBe("Good morning. The rent is due.");
    expect(blocks[0]?.marks).toEqual([
      [0, 0],
      [14, 2_000],
    ]);
    expect(blocks[0]?.time).toEqual([0, 5_900]);
  });

  test("words that are not those of the text give no times of their own", () => {
    const { blocks } = transcript([
      part({
        text: "Good morning. Bye.",
        startMs: 3_000,
        endMs: 5_000,
        words: [{ text: "Good", startMs: 9_000, endMs: 9_500 }],
      }),
    ]);
    expect(blocks[0]).toMatchObject({ time: [3_000, 5_000] });
    expect(blocks[0]?.marks).toBeUndefined();
  });

  test("without times it has none, and says so", () => {
    const { text, blocks, warnings } = transcript([
      part({ text: "Good morning.", startMs: 0, endMs: 1_000 }),
      part({ text: "The rent is due." }),
    ]);
    expect(text).toBe("Good morning. The rent is due.");
    expect(blocks.every(({ time, marks }) => !time && !marks)).toBe(true);
    expect(warnings).toHaveLength(1);
  });

  test("nothing is said after the end", () => {
    const { blocks } = transcript([part({ text: "Bye.", startMs: 500, endMs: 90_000 })], 1_000);
    expect(blocks[0]?.time).toEqual([500, 1_000]);
  });

  test("what a server was unsure of lowers the quality", () => {
    const { pages } = transcript([
      part({ text: "Good morning.", startMs: 0, endMs: 1_000, confidence: 0.3 }),
    ]);
    expect(pages[0]?.quality).toMatchObject({ score: 0.3 });
    expect(pages[0]?.quality.reasons).toHaveLength(1);
  });

  test("a recording without words has no text", () => {
    expect(transcript([]).text).toBe("");
  });
});
