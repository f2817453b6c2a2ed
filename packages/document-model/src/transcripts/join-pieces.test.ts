import { describe, expect, test } from "vitest";
import type { HeardPart, HeardPiece } from "./heard";
import { joinPieces } from "./join-pieces";

/** A part whose words take 500 ms each. */
function spoken(text: string, startMs: number, speaker: string | null = null): HeardPart {
  const words = text.split(" ").map((word, index) => ({
    text: word,
    startMs: startMs + index * 500,
    endMs: startMs + (index + 1) * 500,
  }));
  const endMs = words.at(-1)?.endMs ?? startMs;
  return { text, speaker, startMs, endMs, words, confidence: null };
}

const withoutWords = ({ words: _, ...part }: HeardPart): HeardPart => part;
const withoutTimes = (part: HeardPart): HeardPart => ({
  ...withoutWords(part),
  startMs: null,
  endMs: null,
});

function piece(startMs: number, endMs: number, ...parts: HeardPart[]): HeardPiece {
  return { startMs, endMs, heard: { language: "en", parts } };
}

const first = spoken("We sign the lease on Monday and then", 6_000);
const second = spoken("on Monday and then we move the desks.", 0);
const texts = (parts: readonly HeardPart[]) => parts.map(({ text }) => text);

describe("joining pieces", () => {
  test("words that both pieces hold stand once, and keep their times", () => {
    const joined = joinPieces([piece(0, 10_000, first), piece(8_000, 18_000, second)]);

    expect(texts(joined).join(" ")).toBe("We sign the lease on Monday and then we move the desks.");
    expect(joined[1]?.startMs).toBe(10_000);
    expect(joined[1]?.words?.[0]).toMatchObject({ text: "we", startMs: 10_000 });
  });

  test("a word that was cut in two is taken from the piece that has it whole", () => {
    const cut = spoken("We sign the lease on Monday and th", 6_000);
    const [next] = [spoken("nday and then we move the desks.", 500)];
    const joined = joinPieces([piece(0, 10_000, cut), piece(8_000, 18_000, next)]);
    expect(texts(joined).join(" ")).toBe("We sign the lease on Monday and then we move the desks.");
  });

  test("the end of a piece that was heard wrongly, as a real server hears it, is left out", () => {
    const tail = { ...spoken("and the water damaged in the...", 10_720), words: undefined };
    const joined = joinPieces([
      piece(0, 11_988, spoken("Last year the owner repaired the roof", 7_200), {
        ...tail,
        endMs: 11_960,
      }),
      piece(10_008, 21_996, {
        ...withoutWords(spoken("Paired the roof and the water damage in the kitchen is gone.", 0)),
        endMs: 3_260,
      }),
    ]);
    expect(texts(joined).join(" ")).toMatch(
      /repaired the roof and the water (damage|damaged) in the kitchen is gone\.$/,
    );
  });

  test.each([
    ["words have no times", withoutWords],
    ["nothing has a time", withoutTimes],
  ])("they stand once also where %s", (_, without) => {
    const joined = joinPieces([
      piece(0, 10_000, without(first)),
      piece(8_000, 18_000, without(second)),
    ]);
    expect(texts(joined).join(" ")).toBe("We sign the lease on Monday and then we move the desks.");
  });

  test("what was heard differently on both sides is taken from one side of the middle", () => {
    const joined = joinPieces([
      piece(0, 10_000, spoken("one two three four", 8_000)),
      piece(8_000, 18_000, spoken("won too free for five", 0)),
    ]);
    expect(texts(joined).join(" ")).toBe("one two free for five");
  });

  test("words that are only alike and far apart in time are not taken for repeated ones", () => {
    const said = spoken("Yes we agree on that. Yes we agree", 4_000);
    const joined = joinPieces([
      piece(0, 10_000, said),
      piece(8_000, 18_000, spoken("Something else. Yes we agree", 4_000)),
    ]);
    expect(texts(joined).join(" ")).toBe(`${said.text} Something else. Yes we agree`);
  });

  test("sentences that begin alike are two sentences, also without times", () => {
    const joined = joinPieces([
      piece(0, 10_000, withoutTimes(spoken("The rent of mill 1 is due.", 0))),
      piece(8_000, 18_000, withoutTimes(spoken("The rent of mill 2 is due.", 0))),
    ]);
    expect(texts(joined)).toEqual(["The rent of mill 1 is due.", "The rent of mill 2 is due."]);
  });

  test("pieces without a common time are put one after the other", () => {
    const joined = joinPieces([
      piece(0, 10_000, spoken("and then", 0)),
      piece(10_000, 20_000, spoken("and then", 0)),
    ]);
    expect(texts(joined)).toEqual(["and then", "and then"]);
    expect(joined[1]?.startMs).toBe(10_000);
  });

  test("the same letter in two pieces is two people, and a name is one", () => {
    const pieces = (speaker: string) => [
      piece(0, 10_000, spoken("Good morning everybody.", 0, speaker)),
      piece(8_000, 18_000, spoken("The rent is due.", 4_000, speaker)),
    ];
    const names = (speaker: string) => joinPieces(pieces(speaker)).map((part) => part.speaker);
    expect(names("A")).toEqual(["Speaker A, part 1", "Speaker A, part 2"]);
    expect(names("SPEAKER_00")).toEqual(["Speaker 00, part 1", "Speaker 00, part 2"]);
    expect(names("Anna Berg")).toEqual(["Anna Berg", "Anna Berg"]);
    expect(joinPieces(pieces("A").slice(0, 1))[0]?.speaker).toBe("Speaker A");
  });

  test("a piece in which nobody speaks takes nothing from its neighbours", () => {
    const joined = joinPieces([
      piece(0, 10_000, first),
      piece(8_000, 18_000),
      piece(16_000, 26_000, spoken("Later.", 4_000)),
    ]);
    expect(texts(joined)).toEqual([first.text, "Later."]);
    expect(joined[1]?.startMs).toBe(20_000);
  });
});
