import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocumentBuilder } from "../document-builder";
import type { ParsedDocument } from "../parsed-document";
import { findBoilerplate } from "./boilerplate";
import { cleanDocument } from "./clean-document";
import { leaveOutLines } from "./leave-out-lines";
import { lineKeyOf } from "./lines-of";
import { findMojibake } from "./mojibake";
import { repairEncoding } from "./repair-encoding";
import { rewriteText } from "./rewrite-text";
import { tiltOf } from "./tilt";

const asWindows1252 = (text: string) =>
  new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));

function aDocument(...paragraphs: string[]): ParsedDocument {
  const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  for (const text of paragraphs) {
    const words = [...text.matchAll(/\S+/g)].map(
      ({ index, 0: word }): [number, number, number, number, number, number] => [
        index,
        index + word.length,
        index,
        0,
        word.length,
        10,
      ],
    );
    builder.add({ kind: "paragraph", text, words });
  }
  builder.addTable({
    cells: [
      { text: "Größe", row: 0, column: 0 },
      { text: asWindows1252("Müller"), row: 0, column: 1 },
    ],
  });
  return builder.build();
}

/** Everything that points into the text, as the words it points at. */
function pointedAt({ text, blocks, pages, links }: ParsedDocument) {
  return {
    blocks: blocks.map(({ span }) => text.slice(...span)),
    cells: blocks.flatMap(({ cells = [] }) => cells.map(({ span }) => text.slice(...span))),
    words: pages.flatMap(({ words }) => words.map(([start, end]) => text.slice(start, end))),
    links: links.map(({ span }) => text.slice(...span)),
    pages: pages.map(({ span }) => text.slice(...span)),
  };
}

describe("wrong encoding", () => {
  test.each(["Grüße aus Köln, Straße 5", "Où êtes-vous ? L’été 5 €", "Žluťou ků ňa", "日本語"])(
    "is found and repaired in %s, once or twice over",
    (right) => {
      for (const wrong of [asWindows1252(right), asWindows1252(asWindows1252(right))]) {
        const doubled = `${wrong} ${wrong}`;
        expect(repairEncoding(aDocument(doubled)).text.split("\n")[0]).toBe(`${right} ${right}`);
      }
    },
  );

  test.each([
    "Grüße aus Köln, Straße 5",
    "Où êtes-vous ? L’été — 5 €",
    "NAÏVE CAFÉ — ÀÉÎÕÜ",
    "Â°C is one place",
  ])("is not found in %s", (right) => {
    expect(findMojibake(`${right}`)).toEqual([]);
  });

  test("stays where a byte was lost: Windows-1252 has no character for five of them", () => {
    const lost = `${asWindows1252("č").replace("\u008d", "")} ${asWindows1252("č").replace("\u008d", "")}`;
    expect(findMojibake(lost)).toEqual([]);
  });

  test("leaves every place true: blocks, cells, words and pages", () => {
    const right = ["Grüße aus Köln an Jörg.", "Für die Brücke über die Bäche."];
    const repaired = pointedAt(repairEncoding(aDocument(...right.map(asWindows1252))));

    expect(repaired.blocks).toEqual([...right, "Größe\tMüller"]);
    expect(repaired.cells).toEqual(["Größe", "Müller"]);
    expect(repaired.words).toEqual(right.join(" ").split(" "));
    expect(repaired.pages).toEqual([[...right, "Größe\tMüller"].join("\n\n")]);
  });
});

describe("boilerplate", () => {
  const notice = "This message is confidential and may be read by its addressee alone.";
  const texts = ["Bring rope.", "Bring oars.", "Bring a lamp.", "Bring bread.", "Bring tea."].map(
    (own) => `${own}\n${notice}`,
  );

  test("is what most texts of a sender have, not what one of them says", () => {
    expect(findBoilerplate(texts)).toEqual([{ line: notice, key: lineKeyOf(notice), texts: 5 }]);
  });

  test("is not told from few texts, nor from one text many times", () => {
    expect(findBoilerplate(texts.slice(0, 4))).toEqual([]);
    expect(findBoilerplate(Array.from({ length: 9 }, () => texts[0] ?? ""))).toEqual([]);
  });

  test.each([
    ["a block of its own", ["Bring rope.", notice, "Thanks."], ["Bring rope.", "Thanks."]],
    ["the last line of a block", [`Bring rope.\n${notice}`, "Thanks."], ["Bring rope.", "Thanks."]],
    [
      "the first line of a block",
      [`${notice}\nBring rope.`, "Thanks."],
      ["Bring rope.", "Thanks."],
    ],
    ["the first block", [notice, "Bring rope."], ["Bring rope."]],
  ])("is left out where it is %s, and every place stays true", (_where, given, left) => {
    const cleaned = leaveOutLines(aDocument(...given), [lineKeyOf(notice) ?? ""]);
    const table = `Größe\t${asWindows1252("Müller")}`;

    expect(cleaned.text).toBe([...left, table].join("\n\n"));
    expect(pointedAt(cleaned).blocks).toEqual([...left, table]);
    expect(pointedAt(cleaned).words).toEqual(left.join(" ").split(" "));
  });

  test("is compared after the encoding is repaired", () => {
    const polite = "Diese Nachricht ist vertraulich und nur für ihre Empfänger gedacht.";
    const cleaned = cleanDocument(aDocument("Bring rope.", asWindows1252(polite)), [
      { kind: "leave-out-boilerplate", keys: [lineKeyOf(polite) ?? ""] },
      { kind: "repair-encoding" },
    ]);
    expect(cleaned.text).toBe("Bring rope.\n\nGröße\tMüller");
  });
});

test("rewriting keeps every place within the text, whatever is edited", () => {
  const model = aDocument("One two three.", "Four five six.");
  const size = model.text.length;
  const places = fc.uniqueArray(fc.nat(size), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(places, fc.string({ maxLength: 5 }), (offsets, text) => {
      const sorted = offsets.toSorted((a, b) => a - b);
      const edits = Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) => ({
        span: [sorted[2 * n] ?? 0, sorted[2 * n + 1] ?? 0] as [number, number],
        text,
      }));
      const { text: changed, blocks, pages } = rewriteText(model, edits);
      for (const { span } of [...blocks, ...pages]) {
        expect(span[0]).toBeLessThanOrEqual(span[1]);
        expect(span[1]).toBeLessThanOrEqual(changed.length);
      }
      for (const [start, end] of pages.flatMap(({ words }) => words))
        expect(end).toBeGreaterThan(start);
    }),
  );
});

test.each([
  [0, 0],
  [7, 7],
  [90, 90],
  [180, 180],
])("the tilt of a page whose lines run at %i degrees is %i", (degrees, tilt) => {
  const turn = (degrees * Math.PI) / 180;
  const words = Array.from(
    { length: 60 },
    (_, at): [number, number, number, number, number, number] => {
      const [along, down] = [(at % 10) * 60, Math.floor(at / 10) * 30];
      const x = along * Math.cos(turn) - down * Math.sin(turn);
      const y = along * Math.sin(turn) + down * Math.cos(turn);
      return [at * 6, at * 6 + 5, 1000 + x, 1000 + y, 40, 40];
    },
  );
  const page = { ...(aDocument("x").pages[0] ?? expect.fail()), words, recognised: true };
  expect(tiltOf({ pages: [page] })).toBeCloseTo(tilt, 0);
});
