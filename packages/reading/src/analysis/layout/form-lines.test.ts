import { describe, expect, test } from "vitest";
import { formBreaks } from "./form-lines";
import type { PlacedWord } from "./placed-word";
import { textOfLines } from "./text-of-lines";

/** A line of words, each with the place where it begins; a letter is 5 wide. */
function line(...words: [text: string, left: number][]) {
  const placed = words.map(([text, left]): PlacedWord => {
    const box: PlacedWord["box"] = [left, 0, 5 * text.length, 10];
    return { text, box, at: box, size: 10, isBold: false, isGlued: false };
  });
  return { words: placed, size: 10 };
}

const read = (lines: ReturnType<typeof line>[]) =>
  textOfLines(lines, new Set(), formBreaks(lines)).text;

describe("formBreaks", () => {
  test("keeps the lines of a form apart, and values from their labels", () => {
    expect(
      read([
        line(["Policy", 0], ["number", 35], ["AH-7", 200]),
        line(["Holder", 0], ["Quill", 200], ["Ltd", 230]),
        line(["Premium", 0], ["GBP", 201], ["906", 220]),
      ]),
    ).toBe("Policy number\tAH-7\nHolder\tQuill Ltd\nPremium\tGBP 906");
  });

  test("goes on with a value on the next line", () => {
    expect(
      read([
        line(["Address", 0], ["Unit", 200]),
        line(["Bristol", 200]),
        line(["Phone", 0], ["0117", 200]),
        line(["Mail", 0], ["post", 200]),
      ]),
    ).toBe("Address\tUnit Bristol\nPhone\t0117\nMail\tpost");
  });

  test("leaves running text alone, also where it is justified with wide gaps", () => {
    const prose = [
      line(["The", 0], ["tenant", 20], ["pays", 70]),
      line(["the", 0], ["rent", 40], ["on", 65]),
      line(["time", 0], ["each", 25], ["month", 50]),
    ];
    expect(read(prose)).toBe("The tenant pays the rent on time each month");
  });
});
