import { describe, expect, test } from "vitest";

import { shownSpan } from "./shown-span";

const filler = "the parties agree on many things that nobody asks for, ".repeat(4);

describe("shownSpan", () => {
  test("shows a short sentence whole", () => {
    expect(shownSpan("The rent is 850; it is due.", [0, 27], [12, 15])).toEqual([0, 27]);
  });

  test("shows of a long sentence the part that holds the answer", () => {
    const text = `${filler}; the rent is 850 a month; ${filler}`;
    const at = text.indexOf("850");
    const [start, end] = shownSpan(text, [0, text.length], [at, at + 3]);
    expect(text.slice(start, end)).toBe("the rent is 850 a month");
  });

  test("never cuts the answer itself", () => {
    const text = `${filler}; the rent is 850; payable monthly; ${filler}`;
    const from = text.indexOf("850");
    const to = text.indexOf("monthly") + 7;
    const [start, end] = shownSpan(text, [0, text.length], [from, to]);
    expect(text.slice(start, end)).toBe("the rent is 850; payable monthly");
  });
});
