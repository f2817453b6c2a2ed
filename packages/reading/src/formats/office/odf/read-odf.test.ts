import { describe, expect, test } from "vitest";
import { aZip } from "../../../../test/office-files";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const kind = "application/vnd.oasis.opendocument.";

function anOdf(format: string, body: string, parts: Record<string, string> = {}): Uint8Array {
  const { styles = "", ...others } = parts;
  return aZip({
    mimetype: `${kind}${format}`,
    "content.xml": `<office:document-content>${styles}<office:body><office:${format}>${body}</office:${format}></office:body></office:document-content>`,
    ...others,
  });
}

describe("ODT", () => {
  test("has numbers of lists and headings, notes and remarks, changes and links", async () => {
    const styles = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2" style:num-suffix=")"/></text:list-style>
      <text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/></text:outline-style>
      <style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="H"><style:text-properties text:display="none"/></style:style>`;
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p text:style-name="P1">Lease</text:p><text:h text:outline-level="1">Rent</text:h>
      <text:p>due<text:s text:c="2"/><text:a xlink:href="https://a.example">here</text:a><text:span text:style-name="H">hidden</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>proof</text:p></text:note-body></text:note><office:annotation><dc:creator>Ann</dc:creator><text:p>why?</text:p></office:annotation></text:p>
      <text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:p>more of one</text:p><text:list><text:list-item><text:p>below</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>`;
    const document = await readBytes(anOdf("text", body, { styles }), "a.odt");
    expect(outlineOf(document)).toEqual([
      "title: Lease",
      "heading1: I Rent",
      "paragraph: due  here[1]",
      "footnote: [1] proof",
      "comment: Ann: why?",
      "list-item1: 1. one",
      "paragraph: more of one",
      "list-item2: 1.a) below",
      "list-item1: 2. two",
    ]);
    expect(document.links).toMatchObject([{ url: "https://a.example" }]);
    expect(document.warnings).toEqual([
      expect.stringContaining("tracked changes"),
      "The document has words that nobody can see. They were left out: “hidden”",
    ]);
  });

  test("shows charts as their tables and keeps repeated cells in bounds", async () => {
    const table = (repeated: number) =>
      `<table:table><table:table-row><table:table-cell table:number-columns-repeated="${repeated}"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`;
    const body = `${table(2)}<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>${table(1e9)}`;
    const chart = `<office:document-content><chart:chart chart:class="chart:bar"><chart:title><text:p>Rent</text:p></chart:title>${table(1)}</chart:chart></office:document-content>`;
    const document = await readBytes(
      anOdf("text", body, { "Object 1/content.xml": chart }),
      "a.odt",
    );
    expect(outlineOf(document).slice(0, 3)).toEqual([
      "table: x\tx",
      "caption: Rent\nBar chart",
      "table: x",
    ]);
    expect(document.blocks[3]?.cells?.length).toBe(100);
  });

  test("is read as well where it is one XML text", async () => {
    const flat = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Lease</dc:title></office:meta><office:body><office:text><text:h>Rent</text:h><text:p>due</text:p></office:text></office:body></office:document>`;
    const document = await readBytes(flat, "a.fodt");
    expect(outlineOf(document)).toEqual(["heading1: Rent", "paragraph: due"]);
    expect(document).toMatchObject({ format: "odt", metadata: { title: "Lease" } });
  });

  test("under a password is refused as such", async () => {
    const bytes = anOdf("text", "", {
      "META-INF/manifest.xml": "<manifest:encryption-data/>",
    });
    await expect(readBytes(bytes, "a.odt")).rejects.toMatchObject({ code: "ENCRYPTED" });
  });
});

describe("ODP", () => {
  test("gives each slide its title, shapes and notes", async () => {
    const frame = (text: string, y: number, role: string) =>
      `<draw:frame presentation:class="${role}" svg:x="1cm" svg:y="${y}cm" svg:width="9cm" svg:height="1cm"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
    const body = `<draw:page draw:name="One">${frame("low", 9, "outline")}${frame("high", 3, "outline")}${frame("Plan", 1, "title")}<presentation:notes>${frame("say", 1, "notes")}</presentation:notes></draw:page>`;
    const document = await readBytes(anOdf("presentation", body), "a.odp");
    expect(outlineOf(document)).toEqual([
      "heading1: Plan",
      "paragraph: high",
      "paragraph: low",
      "footnote: Notes: say",
    ]);
    expect(document.pages[0]).toMatchObject({ kind: "slide", label: "One" });
  });
});
