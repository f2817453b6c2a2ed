import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import {
  aFile,
  aList,
  aNode,
  anElement,
  anOutline,
  aPage,
  aSection,
  aStyle,
  aTable,
  aTag,
  aText,
  runs,
} from "../../../test/onenote/a-section";
import type { OneNode, OneSpace } from "../../../test/onenote/nodes";
import { aPackageStore } from "../../../test/onenote/package-store";
import { aRevisionStore } from "../../../test/onenote/revision-store";
import { outlineOf, readBytes } from "../../../test/read-bytes";
import { kinds, propertyIds } from "./store/property-ids";

const forms: [name: string, write: (spaces: OneSpace[]) => Buffer][] = [
  ["kept on a disk", aRevisionStore],
  ["handed out by OneDrive", aPackageStore],
];

/** The blocks below the title and the dates of a page with the given outline. */
async function blocksOf(write: (spaces: OneSpace[]) => Buffer, elements: OneNode[]) {
  const page = aPage([anOutline(elements)], { title: "Boiler" });
  const document = await readBytes(write(aSection([page])), "a.one");
  return { document, blocks: outlineOf(document).slice(2) };
}

describe.each(forms)("a section %s", (_name, write) => {
  test("has a page for each page, with title, author, dates and level", async () => {
    const first = aPage([], { title: "Boiler", author: "Ada", titleDate: "Monday, 3 March 2026" });
    const paragraph = anElement([aText("Bleed the valves.")]);
    const bob = aNode(kinds.author, [[propertyIds.author, "Bob"]]);
    paragraph.values = [...paragraph.values, [propertyIds.authorOriginal, { nodes: [bob] }]];
    const second = aPage([anOutline([paragraph])], { level: 2 });
    const document = await readBytes(write(aSection([first, second])), "a.one");

    expect(document.format).toBe("onenote");
    expect(document.mediaType).toBe("application/onenote");
    expect(document.metadata).toMatchObject({
      title: "Building",
      author: "Ada, Bob",
      createdAt: "2019-04-17T18:40:00.000Z",
      modifiedAt: "2019-08-11T14:13:20.000Z",
    });
    expect(document.outline).toEqual([
      { title: "Boiler", level: 1, page: 1 },
      { title: "What the page begins with", level: 2, page: 2 },
    ]);
    expect(outlineOf(document)).toEqual([
      "heading1: Boiler",
      "paragraph: Author: Ada\nCreated: Monday, 3 March 2026\nChanged: 2019-08-11 14:13 UTC",
      "paragraph: Author: Bob\nCreated: 2019-04-17 18:40 UTC\nChanged: 2019-08-11 14:13 UTC",
      "paragraph: Bleed the valves.",
    ]);
    expect(document.warnings).toEqual([]);
  });

  test("shows the newest state alone, and no page that was deleted", async () => {
    const [older, newer] = ["The tenant pays 900.", "The tenant pays 950."].map((text) => [
      [propertyIds.text, text] as const,
    ]);
    const text = aNode(kinds.richText, newer ?? [], { older: older ?? [] });
    const page = aPage([anOutline([anElement([text])])], { title: "Rent" });
    const gone = aPage([anOutline([anElement([aText("A secret.")])])], { title: "Gone" });
    const document = await readBytes(write(aSection([page], [gone])), "a.one");

    expect(document.text).toContain("pays 950");
    expect(document.text).not.toMatch(/pays 900|secret|Gone/);
  });

  test("reads outlines from the top down", async () => {
    const outlines = [
      anOutline([anElement([aText("below")])], { down: 9.5 }),
      anOutline([anElement([aText("above")])], { down: 1.25 }),
    ];
    const page = aPage(outlines, { title: "Two" });
    const document = await readBytes(write(aSection([page])), "a.one");
    expect(outlineOf(document).slice(2)).toEqual(["paragraph: above", "paragraph: below"]);
  });

  test("reads headings, code, lists with their numbers and text of 8 bits", async () => {
    const decimal = aList("\ufffd\u0000.");
    const letters = aList("\ufffd\u0004)");
    const narrow = Buffer.from([0xc7, 0xe4, 0xe0, 0xed, 0xe8, 0xe5]);
    const { blocks } = await blocksOf(write, [
      anElement([aText("Tools", [aStyle("h1")])]),
      anElement([aText("run()", [aStyle("code")])]),
      anElement([aText("one")], {
        list: decimal,
        below: [
          anElement([aText("a")], { list: letters }),
          anElement([aText("b")], { list: letters }),
        ],
      }),
      anElement([aText("two")], { list: aList("\ufffd\u0000.") }),
      anElement([aText("dot")], { list: aList("\u2022") }),
      anElement([aText("seven")], { list: aList("\ufffd\u0000.", [[propertyIds.listRestart, 7]]) }),
      anElement([
        aNode(kinds.richText, [
          [propertyIds.text8Bit, narrow],
          [propertyIds.language, 0x419],
        ]),
      ]),
    ]);
    expect(blocks).toEqual([
      "heading2: Tools",
      "code: run()",
      "list-item1: 1. one",
      "list-item2: a) a",
      "list-item2: b) b",
      "list-item1: 2. two",
      "list-item1: dot",
      "list-item1: 7. seven",
      "paragraph: Здание",
    ]);
  });

  test("shows tags, and whether a task is done", async () => {
    const { blocks } = await blocksOf(write, [
      anElement([aText("Order oil", [aTag("To Do", 3, 0)])]),
      anElement([aText("Call Ada", [aTag("To Do", 3, 1)])]),
      anElement([aText("Pay first", [aTag("Call back", 94, 1)])]),
      anElement([aText("Valve 3", [aTag("Important", 13, 0)])]),
    ]);
    expect(blocks).toEqual([
      "paragraph: [ ] Order oil",
      "paragraph: [x] Call Ada",
      "paragraph: [x] [Call back] Pay first",
      "paragraph: [Important] Valve 3",
    ]);
  });

  test("keeps links, without the field that holds their address", async () => {
    const field = '\ufddfHYPERLINK "https://example.com/lease"';
    const text = `See ${field}the lease, or https://example.org now.`;
    const [from, to, end] = [4, 4 + field.length, 4 + field.length + 9];
    const other = text.indexOf("https://example.org");
    const looks = [
      [],
      [[propertyIds.hidden, 1] as const, [propertyIds.hyperlink, 1] as const],
      [[propertyIds.hyperlink, 1] as const],
      [],
      [[propertyIds.hyperlink, 1] as const],
      [],
    ];
    const { document } = await blocksOf(write, [
      anElement([aText(text, runs([from, to, end, other, other + 19], looks))]),
    ]);
    expect(document.text).toContain("See the lease, or https://example.org now.");
    expect(
      document.links.map((link) => [document.text.slice(...link.span), "url" in link && link.url]),
    ).toEqual([
      ["the lease", "https://example.com/lease"],
      ["https://example.org", "https://example.org"],
    ]);
  });

  test("reads tables, and after them the files in their cells", async () => {
    const file = aFile("plan.txt", Buffer.from("The rent is due."));
    const { document, blocks } = await blocksOf(write, [
      anElement([
        aTable([
          [[aText("Room")], [aText("Heat")]],
          [[aText("Hall"), aText("long")], [file]],
        ]),
      ]),
    ]);
    expect(blocks).toEqual(["table: Room\tHeat\nHall long\tplan.txt"]);
    expect(document.attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
      ["plan.txt", 16],
    ]);
  });

  test("gives embedded files, and names what it does not read", async () => {
    const bytes = Buffer.from("The rent is due. ".repeat(3_000));
    const page = aPage(
      [
        anOutline([
          anElement([aFile("lease.txt", bytes)]),
          anElement([aFile("call.wma", Buffer.from("RIFF"), [[propertyIds.recordMedia, 1]])]),
        ]),
        aNode(kinds.ink, []),
      ],
      { title: "Files" },
    );
    await readBytes(write(aSection([page])), "a.one", {
      keep: async ({ attachments, text, warnings }) => {
        expect(attachments.map(({ fileName }) => fileName)).toEqual(["lease.txt"]);
        expect(await readFile(attachments[0]?.path ?? "")).toEqual(bytes);
        expect(text).toContain("call.wma");
        expect(warnings).toEqual([
          "Writing or drawing by hand was not read (1 place).",
          "Recordings were not read: call.wma.",
        ]);
      },
    });
  });

  test("shows the words that OneNote found in a picture, after the description", async () => {
    const picture = aNode(kinds.image, [
      [propertyIds.imageText, "The floor plan"],
      [propertyIds.text, "Hall 12 m²"],
    ]);
    const { blocks } = await blocksOf(write, [anElement([picture])]);
    expect(blocks).toEqual(["figure: The floor plan\nHall 12 m²"]);
  });

  test("writes equations in LaTeX", async () => {
    const text = "\ufdd0𝑎\ufdee2\ufdef+𝑏";
    const math = [[propertyIds.mathFormatting, 1] as const];
    const { blocks } = await blocksOf(write, [
      anElement([
        aText(text, [
          ...runs([1], [math, math]),
          [propertyIds.runData, { sets: [[[propertyIds.mathType, 31]], []] }],
        ]),
      ]),
    ]);
    expect(blocks).toEqual(["paragraph: a^{2}+b"]);
  });

  test("that refers to itself ends, and each part is read once", async () => {
    const loop = anElement([aText("once")]);
    loop.values = [...loop.values.slice(0, 2), [propertyIds.children, { nodes: [loop] }]];
    const { blocks } = await blocksOf(write, [loop]);
    expect(blocks).toEqual(["paragraph: once"]);
  });

  test("that is cut short gives what is left, or says that it is damaged", async () => {
    const pages = ["one", "two", "three"].map((text) =>
      aPage([anOutline([anElement([aText(text.repeat(200))])])], { title: text }),
    );
    const whole = write(aSection(pages));
    for (let length = 100; length < whole.length; length += 397) {
      const outcome = await readBytes(whole.subarray(0, length), "a.one").catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Error) expect(outcome).toHaveProperty("code", "CORRUPT");
      else expect(outcome).toHaveProperty("warnings.0", expect.stringContaining("damaged"));
    }
  });
});

test("a section with a password says what to do", async () => {
  const page = aPage([anOutline([anElement([aText("A secret.")])])], { title: "Rent" });
  const bytes = aRevisionStore(aSection([page]), { isProtected: true });
  await expect(readBytes(bytes, "a.one")).rejects.toMatchObject({
    code: "UNSUPPORTED_TYPE",
    remedy: expect.stringContaining("Remove its password"),
  });
});

test("a table of contents is named, and says to upload the sections", async () => {
  const packaged = aPackageStore(aSection([]));
  Buffer.from("38fddbe4c7e58b40a8a10e7b421e1f5f", "hex").copy(packaged, 72 + 17);
  const old = Buffer.concat([
    Buffer.from("a12fff43d9ef764c9ee210ea5722765f", "hex"),
    Buffer.alloc(2_000),
  ]);
  for (const bytes of [packaged, old])
    await expect(readBytes(bytes, "Open Notebook.onetoc2")).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
      remedy: expect.stringContaining(".one"),
    });
});
