import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { DocumentInput } from "../../ai";
import { loadSentenceEncoder, type SentenceEncoder } from "../../minilm/sentence-encoder";
import { viewDocument } from "../document-view";
import { findNames } from "./find-names";

let encoder: SentenceEncoder;
beforeAll(async () => {
  encoder = await loadSentenceEncoder(fileURLToPath(new URL("../../../.cache", import.meta.url)));
}, 60_000);
afterAll(() => encoder.close());

type Blocks = DocumentInput["blocks"];

async function namesIn(text: string, language: string | null, blocks: Blocks = []) {
  const document = {
    title: "",
    fileName: "",
    format: "text",
    text,
    blocks,
    pageCount: 1,
    metadata: {},
  };
  const found = await findNames(await viewDocument(document, encoder), language);
  return found.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe("names in English text", () => {
  const text =
    "Mrs. Angela Merkel flew from Berlin to Paris on Tuesday, where she met Tim Cook of Apple Inc.\n\n" +
    "Merkel's plan was discussed at the University of Oxford and by Siemens AG.";

  test("are people without title and possessive ending, organisations and places", async () => {
    const names = await namesIn(text, "en");
    expect(names).toContain("person Angela Merkel");
    expect(names).toContain("person Tim Cook");
    expect(names).toContain("person Merkel");
    expect(names).toContain("place Berlin");
    expect(names).toContain("place Paris");
    expect(names).toContain("organisation University of Oxford");
    expect(names).toContain("organisation Siemens AG");
  });

  test("are not looked for in a language that is unknown", async () => {
    expect(await namesIn(text, null)).toEqual([]);
  });

  test("are not read from addresses and words in small letters", async () => {
    const names = await namesIn(
      "See https://Berlin.example/Angela_Merkel, write to Tim.Cook@Apple.example or ask angela merkel in berlin.",
      "en",
    );
    expect(names).toEqual([]);
  });

  test("are not read from code and the heads of columns", async () => {
    const code = "import Berlin from Paris; new Angela Merkel();";
    const table = "Berlin\tAngela Merkel\nParis\tTim Cook";
    const whole = `${code}\n\n${table}`;
    const [start, end] = [code.length + 2, whole.length];
    const names = await namesIn(whole, "en", [
      { kind: "code", page: 1, span: [0, code.length] },
      { kind: "table", page: 1, span: [start, end] },
    ]);
    expect(names).not.toContain("place Berlin");
    expect(names).not.toContain("person Angela Merkel");
    expect(names).toContain("person Tim Cook");
  });

  test("count in a line of capitals only if the text has them in small letters", async () => {
    const prose = "Angela Merkel flew to Paris and met reporters there.";
    expect(await namesIn(`${prose}\n\nANGELA MERKEL SEES VIENNA`, "en")).toContain(
      "person ANGELA MERKEL",
    );
    expect(await namesIn("The price of wheat rose.\n\nANGELA MERKEL SEES VIENNA", "en")).toEqual(
      [],
    );
  });
});

describe("names in other languages", () => {
  test("are found in German, where all nouns have a capital", async () => {
    const names = await namesIn(
      "Herr Thomas Müller unterschrieb den Vertrag am Montag in München. Die Siemens AG liefert die Maschinen nach Hamburg.",
      "de",
    );
    expect(names.toSorted()).toEqual([
      "organisation Siemens AG",
      "person Thomas Müller",
      "place Hamburg",
      "place München",
    ]);
  });

  test("are firms with a legal form where no tagger is shipped", async () => {
    const names = await namesIn("El contrato es de Durand Hermanos S.A. y María López.", "es");
    expect(names).toEqual(["organisation Durand Hermanos S.A."]);
  });
});
