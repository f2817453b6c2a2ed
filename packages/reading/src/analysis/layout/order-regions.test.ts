import { describe, expect, test } from "vitest";
import { orderRegions } from "./order-regions";
import type { PlacedWord } from "./placed-word";

const size = 10;

/** Returns the words of a line. Each letter is half as wide as the type is high. */
function line(text: string, x: number, y: number, own = size): PlacedWord[] {
  let left = x;
  return text.split(" ").map((word) => {
    const width = word.length * own * 0.5;
    const at: PlacedWord["at"] = [left, y, width, own];
    left += width + own * 0.3;
    return { text: word, box: at, at, size: own, isBold: false, isGlued: false };
  });
}

function linesOf(words: PlacedWord[]): string[] {
  const { regions } = orderRegions([words], { width: 600, height: 800, rules: [] });
  return regions.flatMap((region) =>
    "lines" in region
      ? region.lines.map((each) => each.words.map(({ text }) => text).join(" "))
      : ["(table)"],
  );
}

const column = (name: string, x: number, from: number, count: number, step = 14) =>
  Array.from({ length: count }, (_, row) =>
    line(`${name} ${row} runs on and on until its end`, x, from + row * step),
  ).flat();

describe("orderRegions", () => {
  test("reads three columns one after the other", () => {
    const words = ["a", "b", "c"].flatMap((name, index) => column(name, 40 + index * 185, 100, 12));
    expect(
      linesOf(words)
        .map((text) => text[0])
        .join(""),
    ).toBe("a".repeat(12) + "b".repeat(12) + "c".repeat(12));
  });

  test("reads what stands across before and between the columns in its place", () => {
    const words = [
      ...line("A title that goes across both of the columns of the page", 100, 60, 14),
      ...column("a", 40, 100, 8),
      ...column("b", 320, 100, 8),
      ...line("A line that stands between and goes across the whole of the page again", 60, 260),
      ...column("c", 40, 320, 8),
      ...column("d", 320, 320, 8),
    ];
    expect(
      linesOf(words)
        .map((text) => text[0])
        .join(""),
    ).toBe(`A${"a".repeat(8)}${"b".repeat(8)}A${"c".repeat(8)}${"d".repeat(8)}`);
  });

  test("finds columns on the lower half of a page alone", () => {
    const across = Array.from({ length: 12 }, (_, row) =>
      line(
        "x this is a line that takes up the whole width of the page and then some",
        40,
        80 + row * 14,
      ),
    ).flat();
    const words = [...across, ...column("a", 40, 400, 12), ...column("b", 320, 400, 12)];
    expect(
      linesOf(words)
        .map((text) => text[0])
        .join(""),
    ).toBe("x".repeat(12) + "a".repeat(12) + "b".repeat(12));
  });

  test("puts a large first letter back before its word", () => {
    const words = [
      ...line("O", 40, 98, 30),
      ...line("nce upon a time there was a", 57, 100),
      ...line("king who had a daughter and", 57, 114),
      ...line("a golden ball that she loved", 40, 130),
    ];
    const { regions } = orderRegions([words], { width: 600, height: 800, rules: [] });
    const [first] = regions.flatMap((region) => ("lines" in region ? region.lines : []));
    expect(first?.words.slice(0, 2)).toMatchObject([{ text: "O" }, { text: "nce", isGlued: true }]);
    expect(linesOf(words)).toHaveLength(3);
  });

  test("reads columns of a script that runs from the right from the right", () => {
    const hebrew = (x: number, mark: string) =>
      Array.from({ length: 10 }, (_, row) =>
        line(`${mark} שורה של טקסט ארוך מאוד בעברית`, x, 100 + row * 14).map((word, index, all) => {
          const mirrored = all[all.length - 1 - index];
          return { ...word, box: mirrored?.box ?? word.box, at: mirrored?.at ?? word.at };
        }),
      ).flat();
    const words = [...hebrew(320, "א"), ...hebrew(40, "ב")];
    expect(
      linesOf(words)
        .map((text) => text[0])
        .join(""),
    ).toBe("א".repeat(10) + "ב".repeat(10));
  });

  test("takes no time to speak of over a page of many words", () => {
    const words = Array.from({ length: 400 }, (_, row) =>
      line(Array.from({ length: 50 }, (__, index) => `w${index}`).join(" "), 10, row * 2, 1.5),
    ).flat();
    expect(linesOf(words).length).toBeGreaterThan(100);
  });
});
