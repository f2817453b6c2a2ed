import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text";

test.each([
  ["line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["blanks", "a\u00a0b\u2009c\u3000d\u202fe", "a b c d e"],
  ["accents", "Cafe\u0301 mu\u0308de", "Café müde"],
  ["Korean in its parts", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"],
  ["ligatures", "e\ufb03cient \ufb01nd", "efficient find"],
  ["what cannot be seen", "co\u00adop\u200be\u202era\u{e0041}te\ufeff", "cooperate"],
  ["control characters", "a\u0000b\u0007c\td", "a b c\td"],
  ["lone surrogates", "a\ud800b", "a\ufffdb"],
])("cleans %s", (_, dirty, clean) => {
  expect(cleanText(dirty).text).toBe(clean);
});

test("leaves joiners of scripts and emoji alone", () => {
  const text = "می\u200cخواهم 👩\u200d🚀 ❤\ufe0f";
  expect(cleanText(text).text).toBe(text);
});

test("tells where everything went", () => {
  const dirty = "x\r\n\u00ade\ufb03cient y\u0301 end";
  const { text, moved } = cleanText(dirty);
  for (const word of ["cient", "end"]) {
    const at = dirty.indexOf(word);
    expect(text.slice(moved(at), moved(at + word.length))).toBe(word);
  }
});

test("is done after once, and its places never go back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (dirty) => {
      const { text, moved } = cleanText(dirty);
      expect(cleanText(text).text).toBe(text);
      expect(text.isWellFormed()).toBe(true);
      let last = 0;
      for (let offset = 0; offset <= dirty.length; offset++) {
        expect(moved(offset)).toBeGreaterThanOrEqual(last);
        last = moved(offset);
      }
      expect(last).toBe(text.length);
    }),
  );
});
