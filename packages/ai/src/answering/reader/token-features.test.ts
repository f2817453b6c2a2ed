import { describe, expect, test } from "vitest";
import { kindsOfQuestion, questionWords } from "./question-words";
import { readyPassage, withTitle } from "./ready-passage";
import { TOKEN_FEATURES, tokenFeatures } from "./token-features";

/** One piece for each word or sign, numbered by its letters. */
function pieces(text: string) {
  return [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map(({ index, 0: word }) => ({
    id: 2_000 + [...word.toLowerCase()].reduce((sum, letter) => sum + letter.charCodeAt(0), 0),
    start: index,
    end: index + word.length,
  }));
}

function featuresOf(question: string, title: string, passage: string) {
  const shown = withTitle(title, passage);
  const tokens = pieces(shown.text);
  const ready = readyPassage(shown, tokens);
  const numbers = tokenFeatures(ready, questionWords(question, pieces(question)));
  return (word: string) => {
    const at = tokens.findIndex(({ start, end }) => shown.text.slice(start, end) === word);
    return [...numbers.subarray(at * TOKEN_FEATURES, (at + 1) * TOKEN_FEATURES)];
  };
}

describe("tokenFeatures", () => {
  const of = featuresOf("How much rent is paid?", "Lease", "The rents are EUR 850. Pets are free.");

  test("say which words the question has, in another form, too", () => {
    expect(of("rents")[1]).toBeGreaterThan(0);
    expect(of("Pets")[1]).toBe(0);
  });

  test("say how near the question's words are and how many the sentence has", () => {
    expect(of("850")[2]).toBeGreaterThan(of("free")[2] ?? 1);
    expect(of("850")[3]).toBeGreaterThan(0);
    expect(of("free")[3]).toBe(0);
  });

  test("mark the title, which cannot answer", () => {
    expect(of("Lease")[7]).toBe(1);
    expect(of("850")[7]).toBe(0);
  });
});

describe("kindsOfQuestion", () => {
  test("tells a question for a time from one for an amount", () => {
    expect(kindsOfQuestion("When does it end?")[1]).toBe(1);
    expect(kindsOfQuestion("How much is it?")[1]).toBe(0);
    expect(kindsOfQuestion("How much is it?")[4]).toBe(1);
  });
});
