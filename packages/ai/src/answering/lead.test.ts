import { describe, expect, test } from "vitest";

import type { Span } from "../ai";
import { leadOf } from "./lead";

const text =
  "The tenant, Harbour Bakery Ltd, pays a rent of €4,100 from 1 May 2026, in advance to the agent.";
const leadFor = (question: string, words: string, sentence = text) => {
  const at = sentence.indexOf(words);
  const span: Span = [at, at + words.length];
  return leadOf(question, sentence, [0, sentence.length], span);
};

describe("leadOf", () => {
  test("puts a day, an amount or a name before its sentence", () => {
    expect(leadFor("When does it begin?", "from 1 May 2026,")).toBe("From 1 May 2026");
    expect(leadFor("Wie hoch ist die Miete?", "€4,100")).toBe("€4,100");
    expect(leadFor("Who pays?", "Harbour Bakery Ltd")).toBe("Harbour Bakery Ltd");
  });

  test("leaves words of another kind to the sentence", () => {
    expect(leadFor("When does it begin?", "in advance")).toBeNull();
    expect(leadFor("Who pays?", "in advance")).toBeNull();
    expect(leadFor("Is the rent paid in advance?", "in advance")).toBeNull();
    expect(leadFor("What is paid in advance?", "a rent")).toBeNull();
  });

  test("does not say the same twice", () => {
    expect(leadFor("When does it begin?", text)).toBeNull();
  });

  test("takes no clause's number for an amount", () => {
    const sentence = "10. Handing over and giving back the keys of the premises";
    expect(leadFor("How many keys are there?", "10", sentence)).toBeNull();
  });
});
