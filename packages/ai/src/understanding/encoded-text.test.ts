import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

import { loadSentenceEncoder, type SentenceEncoder } from "../minilm/sentence-encoder";
import { viewDocument } from "./document-view";
import { encodeText } from "./encoded-text";
import { dot } from "./vectors";

let encoder: SentenceEncoder;
let encoded = 0;
beforeAll(async () => {
  const real = await loadSentenceEncoder(fileURLToPath(new URL("../../.cache", import.meta.url)));
  const counted = <Result>(work: Promise<Result>) => {
    encoded++;
    return work;
  };
  encoder = {
    ...real,
    encode: (text) => counted(real.encode(text)),
    encodeTokens: (text) => counted(real.encodeTokens(text)),
  };
}, 60_000);

const text =
  "The lease ends in May. Rent is due monthly.\n\nWhales are the largest mammals of the sea.";
const [first, second] = [text.indexOf("\n\n"), text.indexOf("Whales")];
const passages = [
  { span: [0, first] as [number, number], text: `Title\nHeading\n${text.slice(0, first)}` },
  { span: [second, text.length] as [number, number], text: text.slice(second) },
];

describe("the vectors of a document's words", () => {
  test("come from its passages: those of the index are the encoder's own", async () => {
    const { passages: kept } = await encodeText(passages, encoder);
    expect(kept.map((each) => each.text)).toEqual(passages.map((each) => each.text));
    for (const { text: words, vector } of kept)
      expect(dot(vector, await encoder.encode(words))).toBeCloseTo(1, 4);
  });

  test("know their place in the document, and the words before a passage have none", async () => {
    const { tokensOf } = await encodeText(passages, encoder);
    const rent: [number, number] = [text.indexOf("Rent"), first];
    const tokens = tokensOf(rent)?.tokens.map(({ start, end }) =>
      text.slice(rent[0] + start, rent[0] + end),
    );
    expect(tokens).toEqual(["Rent", "is", "due", "monthly", "."]);
    expect(tokensOf([0, 4])?.tokens).toMatchObject([{ start: 0, end: 3 }]);
    expect(tokensOf([first, second])).toBeNull();
  });

  test("of a stretch across passages are of both, and likest to what says the same", async () => {
    const { vectorOf, tokensOf } = await encodeText(passages, encoder);
    const across: [number, number] = [text.indexOf("monthly"), second + 6];
    expect(tokensOf(across)?.tokens).toHaveLength(3);
    const likeness = (span: [number, number], to: Float32Array) =>
      dot(vectorOf(span) ?? new Float32Array(to.length), to);
    const sea = await encoder.encode("Animals that live in the ocean");
    expect(likeness([second, text.length], sea)).toBeGreaterThan(likeness([0, first], sea) + 0.2);
  });

  test("are made once: each passage is encoded once, whatever is asked of the view", async () => {
    const document = {
      title: "t",
      fileName: "t.txt",
      format: "text",
      text,
      blocks: [],
      pageCount: 1,
      metadata: {},
      passages,
    };
    encoded = 0;
    const view = await viewDocument(document, encoder);
    expect(encoded).toBe(2);
    expect(view.embedded).toHaveLength(1);
    for (const { tokens, span } of view.embedded)
      expect(tokens.tokens.at(-1)?.end).toBeLessThanOrEqual(span[1] - span[0]);
    expect(view.chunks.length).toBeGreaterThan(0);
    expect(encoded).toBe(2);
  });
});
