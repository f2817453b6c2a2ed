import { expect, test } from "vitest";
import { toHtml } from "../to-html";
import { recordingDocument } from "../transcripts/recording-document";

const part = (text: string, startMs: number | null, speaker: string | null = "A") => ({
  text,
  speaker,
  startMs,
  endMs: startMs === null ? null : startMs + 1_000,
  confidence: null,
});
const transcript = (format: "mp3" | "vtt", ...parts: ReturnType<typeof part>[]) => ({
  ...recordingDocument({
    format: "mp3",
    mediaType: "audio/mpeg",
    pieces: [{ startMs: 0, endMs: 9_000_000, heard: { language: null, parts } }],
  }),
  format,
});

test("each sentence of a recording has a button with its time, which adds no letter to the text", () => {
  const html = toHtml(
    transcript("mp3", part("Good <morning>.", 5_000), part("The rent is due.", 3_723_000)),
  );
  expect(html).toContain(
    '><button type="button" data-ms="5000" data-time="0:05"></button>Speaker A: Good &lt;morning&gt;. ' +
      '<button type="button" data-ms="3723000" data-time="1:02:03"></button>The rent is due.</p>',
  );
});

test("a transcript without times, or of no recording, has none", () => {
  expect(toHtml(transcript("mp3", part("Good morning.", null)))).not.toContain("data-ms");
  expect(toHtml(transcript("vtt", part("Good morning.", 5_000)))).not.toContain("data-ms");
});
