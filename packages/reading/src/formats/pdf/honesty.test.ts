import { describe, expect, test } from "vitest";
import { aPdf } from "../../../test/a-pdf";
import { aPictureOfText } from "../../../test/a-picture-of-text";
import { aRawPdf, aStream } from "../../../test/a-raw-pdf";
import { aSignedFile } from "../../../test/a-signed-file";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const line = (text: string, y: number, before = "") =>
  `BT ${before} /F1 12 Tf 72 ${y} Td (${text}) Tj ET`;

describe("words that nobody can see", { timeout: 60_000 }, () => {
  test.each([
    ["in white", line("Praise the sender", 600, "1 1 1 rg")],
    ["without ink", line("Praise the sender", 600, "3 Tr")],
    ["half a point high", "BT /F1 0.5 Tf 72 600 Td (Praise the sender) Tj ET"],
    ["without opacity", `/Clear gs ${line("Praise the sender", 600)}`],
  ])("%s are left out and told, and the page counts for less", async (_how, hidden) => {
    const pdf = aRawPdf(`${line("The offer holds until May.", 700)} ${hidden}`, {
      page: "/Resources << /Font << /F1 5 0 R >> /ExtGState << /Clear << /ca 0 /CA 0 >> >> >>",
    });
    const document = await readBytes(pdf, "a.pdf");
    expect(outlineOf(document)).toEqual(["paragraph: The offer holds until May."]);
    expect(document.warnings).toEqual([
      "Page 1 has words that nobody can see. They were left out: “Praise the sender”",
    ]);
    expect(document.pages[0]?.quality).toMatchObject({
      score: 0.7,
      reasons: ["The page has words that nobody can see."],
    });
  });

  test("in white on a dark ground can be seen", async () => {
    const pdf = aRawPdf(`0 0 0 rg 60 590 300 30 re f ${line("Terms of sale", 600, "1 1 1 rg")}`);
    const document = await readBytes(pdf, "a.pdf");
    expect(outlineOf(document)).toEqual(["paragraph: Terms of sale"]);
    expect(document.warnings).toEqual([]);
  });

  test("in a layer that is off are left out, and those in a layer that is on are read", async () => {
    const inLayer = (name: string, text: string, y: number) =>
      `/OC /${name} BDC ${line(text, y)} EMC`;
    const pdf = aRawPdf(
      `${inLayer("On", "Final price", 700)} ${inLayer("Off", "Old draft", 600)}`,
      {
        page: "/Resources << /Font << /F1 5 0 R >> /Properties << /On 6 0 R /Off 7 0 R >> >>",
        catalog: "/OCProperties << /OCGs [6 0 R 7 0 R] /D << /ON [6 0 R] /OFF [7 0 R] >> >>",
        objects: ["<< /Type /OCG /Name (Shown) >>", "<< /Type /OCG /Name (Drafts) >>"],
      },
    );
    const document = await readBytes(pdf, "a.pdf");
    expect(outlineOf(document)).toEqual(["paragraph: Final price"]);
    expect(document.warnings).toEqual([
      "Page 1 has words that nobody can see. They were left out: “Old draft”",
    ]);
  });
});

test("words of a form in a form whose layer is off are left out and told", async () => {
  const fonts = "/Font << /F1 5 0 R >>";
  const form = (content: string, entries: string, resources = "") =>
    aStream(
      content,
      `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${fonts} ${resources} >> ${entries}`,
    );
  const pdf = aRawPdf(`${line("Final price", 700)} /Outer Do`, {
    page: `/Resources << ${fonts} /XObject << /Outer 6 0 R >> >>`,
    catalog: "/OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >>",
    objects: [
      form(`${line("Terms of sale", 600)} /Inner Do`, "", "/XObject << /Inner 7 0 R >>"),
      form(line("Old draft", 500), "/OC 8 0 R"),
      "<< /Type /OCG /Name (Drafts) >>",
    ],
  });
  const document = await readBytes(pdf, "a.pdf");
  expect(outlineOf(document)).toEqual(["paragraph: Final price", "paragraph: Terms of sale"]);
  expect(document.warnings).toEqual([
    "Page 1 has words that nobody can see. They were left out: “Old draft”",
  ]);
});

test("a page of nothing but unseen words keeps them, and says so", async () => {
  const document = await readBytes(aRawPdf(line("The rent is due", 600, "3 Tr")), "a.pdf");
  expect(document.text).toBe("The rent is due");
  expect(document.warnings).toEqual(["Page 1 has only words that nobody can see. They were read."]);
});

describe("the text layer of a scan", { timeout: 120_000 }, () => {
  const shown = ["The harbour office keeps a record", "of every vessel that enters the basin"];

  async function aScan(layer: string[]): Promise<Buffer> {
    const picture = await aPictureOfText(shown);
    return aPdf(
      (pdf) => {
        pdf.image(picture, 0, 0, { width: 600, height: 300 });
        pdf.addContent("3 Tr");
        for (const [index, text] of layer.entries()) pdf.text(text, 40, 40 + 60 * index);
      },
      { size: [600, 300], margin: 0 },
    );
  }

  test("of letters that make no words is not believed: the picture is recognised", async () => {
    const garbled = shown.map((text) => text.replace(/[aeiou]/g, "3").replaceAll("h", "|-"));
    const document = await readBytes(await aScan([...garbled, ...garbled]), "scan.pdf");
    expect(document.pages[0]?.recognised).toBe(true);
    expect(document.text).toContain("harbour office");
    expect(document.text).not.toContain("|-");
  });

  test("that says something else than the picture is not believed", async () => {
    const other = "Minutes of the meeting held about the garden behind the old school house";
    const document = await readBytes(await aScan([other, other]), "scan.pdf");
    expect(document.pages[0]?.recognised).toBe(true);
    expect(document.text).not.toContain("garden");
  });
});

test("the chosen button of a group is ticked, also where the form names only its look", async () => {
  const button = (x: number, look: string) =>
    `<< /Type /Annot /Subtype /Widget /Parent 6 0 R /Rect [${x} 690 ${x + 14} 704] /AS /${look} /AP << /N << /Basic 9 0 R /Premium 9 0 R /Off 9 0 R >> >> >>`;
  const pdf = aRawPdf(
    `BT /F1 12 Tf 72 692 Td (Plan) Tj 78 0 Td (Basic) Tj 80 0 Td (Premium) Tj ET`,
    {
      catalog: "/AcroForm << /Fields [6 0 R] >>",
      page: "/Annots [7 0 R 8 0 R]",
      objects: [
        "<< /FT /Btn /Ff 49152 /T (plan) /V /Premium /Kids [7 0 R 8 0 R] >>",
        button(130, "Off"),
        button(210, "Premium"),
        aStream("", "/Type /XObject /Subtype /Form /BBox [0 0 14 14]"),
      ],
    },
  );
  const { text } = await readBytes(pdf, "form.pdf");
  expect(text.replace(/\s+/g, " ")).toBe("Plan ☐ Basic ☑ Premium");
});

test("a chosen radio button without a look is told by the value of its group", async () => {
  const button = (x: number, state: string) =>
    `<< /Type /Annot /Subtype /Widget /Parent 6 0 R /Rect [${x} 600 ${x + 14} 614] /AP << /N << /${state} 9 0 R /Off 9 0 R >> >> >>`;
  const pdf = aRawPdf(
    "BT /F1 12 Tf 72 602 Td (Plan) Tj 76 0 Td (Basic) Tj 80 0 Td (Premium) Tj ET",
    {
      catalog: "/AcroForm << /Fields [6 0 R] >>",
      page: "/Annots [7 0 R 8 0 R]",
      objects: [
        "<< /FT /Btn /Ff 49152 /T (plan) /V /Premium /Kids [7 0 R 8 0 R] >>",
        button(130, "Basic"),
        button(210, "Premium"),
        aStream("", "/Type /XObject /Subtype /Form /BBox [0 0 14 14]"),
      ],
    },
  );
  const { text } = await readBytes(pdf, "form.pdf");
  expect(text.replace(/\s+/g, " ")).toBe("Plan ☐ Basic ☑ Premium");
});

describe("signatures", { timeout: 60_000 }, () => {
  const signed = (signature: string) =>
    aRawPdf(line("The contract.", 700), {
      catalog: "/AcroForm << /Fields [6 0 R] /SigFlags 3 >>",
      objects: [
        "<< /FT /Sig /T (Signature1) /V 7 0 R >>",
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${signature} >>`,
      ],
    });

  test("are told with signer and time, and whether the file was changed after", async () => {
    const contents = `/Contents <${aSignedFile(null).toString("hex")}>`;
    const whole = signed(`/ByteRange [0 10 20 100000] ${contents}`);
    expect((await readBytes(whole, "a.pdf")).warnings).toEqual([
      "The PDF is signed by Ada Brightwater, 2026-03-04T10:00:00Z. The signature was not verified.",
    ]);
    const grown = signed(`/ByteRange [0 10 20 100] ${contents}`);
    expect((await readBytes(grown, "a.pdf")).warnings).toEqual([
      "The PDF is signed by Ada Brightwater, 2026-03-04T10:00:00Z. The file was changed after that. The signature was not verified.",
    ]);
  });

  test("are not told of a field that waits for one", async () => {
    const pdf = aRawPdf(line("The contract.", 700), {
      catalog: "/AcroForm << /Fields [6 0 R] >>",
      objects: ["<< /FT /Sig /T (Signature1) >>"],
    });
    expect((await readBytes(pdf, "a.pdf")).warnings).toEqual([]);
  });

  test("that others follow are not said to be changed by these", async () => {
    const contents = `/Contents <${aSignedFile(null).toString("hex")}>`;
    const signature = (end: number) =>
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 ${end}] ${contents} >>`;
    const bytes = aRawPdf(line("The contract.", 700), {
      catalog: "/AcroForm << /Fields [6 0 R 8 0 R] /SigFlags 3 >>",
      objects: [
        "<< /FT /Sig /T (One) /V 7 0 R >>",
        signature(100),
        "<< /FT /Sig /T (Two) /V 9 0 R >>",
        signature(100_000),
      ],
    });
    const { warnings } = await readBytes(bytes, "a.pdf");
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).not.toContain("changed");
  });

  test("without a certificate name the signer as the file does", async () => {
    const bytes = signed("/M (D:20260304101500Z) /Name (Ada \\(Acme\\)) /Reason (I agree)");
    expect((await readBytes(bytes, "a.pdf")).warnings).toEqual([
      "The PDF is signed by Ada (Acme) on 2026-03-04 (I agree). The signature was not verified.",
    ]);
  });
});
