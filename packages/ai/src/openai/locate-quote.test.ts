import { describe, expect, test } from "vitest";

import { locateQuote } from "./locate-quote";

const text = "He said:  “It’s 5–6\nweeks (net)”. Again: net.";
const found = (quote: string) => {
  const span = locateQuote(text, quote);
  return span && text.slice(...span);
};

describe("locateQuote", () => {
  test.each([
    ["the very words", "weeks (net)", "weeks (net)"],
    ["other white space", "He said: “It’s 5–6 weeks", "He said:  “It’s 5–6\nweeks"],
    ["plain quotation marks and dashes", '"It\'s 5-6 weeks (net)"', "“It’s 5–6\nweeks (net)”"],
  ])("finds %s", (_, quote, expected) => {
    expect(found(quote)).toBe(expected);
  });

  test.each(["It is 5–6 weeks", "", "!!", "weeks .net."])(
    "does not find %j, which stands nowhere",
    (quote) => {
      expect(found(quote)).toBeNull();
    },
  );
});
