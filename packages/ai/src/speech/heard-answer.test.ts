import { describe, expect, test } from "vitest";

import { heardIn, UnusableSpeech } from "./heard-answer";

const timesOf = (body: string | object, seconds = 60) =>
  heardIn(typeof body === "string" ? body : JSON.stringify(body), seconds).parts.map(
    ({ text, startMs, endMs }) => [text, startMs, endMs],
  );
const segments = (...given: [text: string, start: number | null, end: number | null][]) => ({
  text: given.map(([text]) => text).join(" "),
  segments: given.map(([text, start, end]) => ({ text, start, end })),
});

describe("answers of servers for speech", () => {
  test("subtitles have times, and the speakers of voice tags", () => {
    const vtt = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Anna Berg>Good <i>morning</i>.\n\nNOTE x\n";
    expect(heardIn(vtt, 60).parts).toMatchObject([
      { text: "Good morning.", speaker: "Anna Berg", startMs: 1_000, endMs: 2_500 },
    ]);
    expect(timesOf("1\n00:00:01,000 --> 00:00:02,500\nGood morning.\n")).toEqual([
      ["Good morning.", 1_000, 2_500],
    ]);
  });

  test.each([
    ["plain text", "Good morning."],
    ["a text as JSON", '"Good morning."'],
    ["a text alone", '{"text":" Good morning."}'],
    ["segments of another shape", '{"text":"Good morning.","segments":[1]}'],
    ["no segments", '{"text":"Good morning.","segments":[]}'],
    ["segments of null", '{"text":"Good morning.","segments":null}'],
  ])("%s has words and no times", (_, body) => {
    expect(timesOf(body)).toEqual([["Good morning.", null, null]]);
  });

  test.each([
    ["are all zero", segments(["Good", 0, 0], ["morning.", 0, 0])],
    ["fall", segments(["Good", 10, 12], ["morning.", 3, 5])],
    ["end before they begin", segments(["Good morning.", 5, 4])],
    ["lie after the sound", segments(["Good", 0, 1], ["morning.", 5_000, 6_000])],
    ["are missing in one place", segments(["Good", 0, 1], ["morning.", null, null])],
  ])("times that %s are not believed", (_, body) => {
    expect(timesOf(body).every(([, start, end]) => start === null && end === null)).toBe(true);
  });

  test("a window that passes the end of the sound ends with it", () => {
    expect(timesOf(segments(["Good morning.", 1, 30]), 12)).toEqual([
      ["Good morning.", 1_000, 12_000],
    ]);
  });

  test("words that a model makes up where nobody speaks are left out", () => {
    const body = {
      text: "Hello. Thanks for watching!",
      segments: [
        { text: "Hello.", start: 0, end: 1, avg_logprob: -0.2, no_speech_prob: 0.1 },
        {
          text: "Thanks for watching!",
          start: 20,
          end: 22,
          avg_logprob: -1.4,
          no_speech_prob: 0.9,
        },
      ],
    };
    expect(timesOf(body)).toEqual([["Hello.", 0, 1_000]]);
    const [, silence] = body.segments;
    expect(timesOf({ text: silence?.text, segments: [silence] })).toEqual([]);
  });

  test("words within segments, as faster-whisper gives them, count as words", () => {
    const words = [
      { word: " Good", start: 0, end: 0.5, probability: 0.9 },
      { word: " morning.", start: 0.5, end: 1, probability: 0.9 },
    ];
    const { parts } = heardIn(
      JSON.stringify({
        text: "Good morning.",
        segments: [{ text: " Good morning.", start: 0, end: 1, words }],
      }),
      60,
    );
    expect(parts[0]?.words).toEqual([
      { text: "Good", startMs: 0, endMs: 500 },
      { text: "morning.", startMs: 500, endMs: 1_000 },
    ]);
  });

  test.each(["{", '{"error":"x"}', "<!DOCTYPE html><p>Down", "[]", "[1]"])(
    "%s is refused",
    (body) => {
      expect(() => heardIn(body, 60)).toThrow(UnusableSpeech);
    },
  );

  test("nobody speaks in an empty answer", () => {
    expect(timesOf("")).toEqual([]);
    expect(timesOf({ text: "" })).toEqual([]);
  });
});
