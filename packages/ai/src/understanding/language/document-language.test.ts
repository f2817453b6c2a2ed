import { describe, expect, test } from "vitest";

import type { DocumentInput, Span } from "../../ai";
import { detectLanguage } from "./detect-language";
import { documentLanguage } from "./document-language";

const english =
  "The tenant shall pay the rent in advance on the first day of each month, and the landlord shall keep the house in good repair.";
const german =
  "Der Mieter zahlt die Miete im Voraus am ersten Tag eines jeden Monats, und der Vermieter hält das Haus in gutem Zustand.";
const breton =
  "Ur yezh keltiek eo ar brezhoneg hag a vez komzet e Breizh-Izel, e kornôg Breizh. Dre an niver a dud a oar anezhi eo unan eus ar yezhoù keltiek komzet ar muiañ c’hoazh hiziv an deiz, daoust d’he stad bezañ breskaet gant diskar niver he c’homzerien a-hed an ugentvet kantved. Kelennet e vez ivez er skolioù hag er skol-veur.";

function pagesOf(texts: string[]): DocumentInput {
  const text = texts.join("\n");
  let start = 0;
  const blocks = texts.map((each, at) => {
    const span: Span = [start, start + each.length];
    start += each.length + 1;
    return { kind: "paragraph", page: at + 1, span };
  });
  const own = { title: "", fileName: "", format: "pdf", metadata: {} };
  return { ...own, text, blocks, pageCount: texts.length };
}

describe("detectLanguage", () => {
  test.each([
    ["en", english],
    ["de", german],
    [
      "id",
      "Penyewa wajib membayar uang sewa setiap bulan karena perjanjian ini telah ditandatangani oleh kedua belah pihak, dan pemilik rumah bisa memperbaiki kerusakan yang terjadi.",
    ],
    [
      "af",
      "Die huurder moet die huur vooruit betaal op die eerste dag van elke maand, en hy mag nie die huis sonder toestemming verander nie.",
    ],
    [
      "cy",
      "Mae'r tenant yn talu'r rhent ar ddiwrnod cyntaf pob mis, ac mae'r landlord yn cadw'r tŷ mewn cyflwr da i'r tenant.",
    ],
  ])("knows %s", async (code, text) => {
    expect((await detectLanguage(text))?.code).toBe(code);
  });

  test("says that it does not know a language that it was not taught", async () => {
    expect(await detectLanguage(breton)).toBeNull();
  });
});

describe("documentLanguage", () => {
  test("names the pages that are in another language than most of the text", async () => {
    expect(await documentLanguage(pagesOf([english, german, english]))).toMatchObject({
      language: { code: "en" },
      pageLanguages: [{ page: 2, code: "de" }],
    });
  });

  test("says that a long page has a language that it does not know, and nothing of a short one", async () => {
    const { pageLanguages } = await documentLanguage(pagesOf([english, breton, "12.50", english]));
    expect(pageLanguages).toEqual([{ page: 2, code: null }]);
  });
});
