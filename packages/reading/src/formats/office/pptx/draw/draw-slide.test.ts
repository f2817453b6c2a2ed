import sharp from "sharp";
import { expect, test } from "vitest";
import { aBox, aDeck, aTitle, place } from "../../../../../test/a-deck";
import { defaultLimits } from "../../../../contract/limits";
import { drawSlide, slideSvg } from "./draw-slide";

const red = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#ff0000" } })
  .png()
  .toBuffer();

/** Draws a slide one pixel to the point. Returns its size and the colour at a place. */
async function drawn(deck: Uint8Array, page = 1) {
  const png = await drawSlide(Buffer.from(deck), { page, width: 720, limits: defaultLimits });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) =>
    `#${data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3).toString("hex")}`;
  return { size: [info.width, info.height], colourAt };
}

const svgOf = (deck: Uint8Array, page = 1) =>
  slideSvg(Buffer.from(deck), { page, limits: defaultLimits });

test("shapes stand in their places with their colours, those of the theme included", async () => {
  const shapes = `${aBox([100, 50, 200, 100], "#1122ff")}${aBox([400, 300, 100, 100], "accent1", "ellipse")}`;
  const { size, colourAt } = await drawn(aDeck({ slides: [shapes] }));

  expect(size).toEqual([720, 540]);
  expect(colourAt(110, 60)).toBe("#1122ff");
  expect(colourAt(290, 140)).toBe("#1122ff");
  expect(colourAt(310, 160)).toBe("#ffffff");
  expect(colourAt(450, 350)).toBe("#00aa44");
  expect(colourAt(403, 303)).toBe("#ffffff");
});

test("each slide is drawn by its number, and beyond the last there is none", async () => {
  const deck = aDeck({
    slides: [aBox([0, 0, 720, 540], "#111111"), aBox([0, 0, 720, 540], "#222222")],
  });

  expect((await drawn(deck, 1)).colourAt(300, 300)).toBe("#111111");
  expect((await drawn(deck, 2)).colourAt(300, 300)).toBe("#222222");
  await expect(drawn(deck, 3)).rejects.toMatchObject({ code: "CORRUPT" });
});

test("a slide has the background of its master, a picture or a colour of the theme", async () => {
  const picture =
    '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="g"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>';
  const withPicture = aDeck({
    slides: [""],
    ground: picture,
    masterRelations: [["g", "image", "../media/red.png"]],
    parts: { "ppt/media/red.png": red },
  });
  const named = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent2"/></p:bgRef></p:bg>';

  expect((await drawn(withPicture)).colourAt(400, 300)).toBe("#ff0000");
  expect((await drawn(aDeck({ slides: [""], ground: named }))).colourAt(400, 300)).toBe("#aa0044");
});

test("a picture fills its frame", async () => {
  const shape = `<p:pic><p:nvPicPr><p:cNvPr id="4" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="p1"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${place([200, 200, 100, 50])}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
  const { colourAt } = await drawn(
    aDeck({
      slides: [shape],
      relations: [["p1", "image", "../media/red.png"]],
      parts: { "ppt/media/red.png": red },
    }),
  );

  expect(colourAt(250, 225)).toBe("#ff0000");
  expect(colourAt(250, 260)).toBe("#ffffff");
});

test("a title has the place, font and alignment that its master gives", async () => {
  const titleStyle =
    '<a:lvl1pPr algn="ctr"><a:defRPr sz="4400"><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>';
  const svg = await svgOf(aDeck({ slides: [aTitle("Quarterly results")], titleStyle }));

  expect(svg).toContain("Quarterly");
  expect(svg).toContain('text-anchor="middle"');
  expect(svg).toContain('font-family="Carlito"');
});

test("bullets of a font of pictures are drawn as the signs that they show", async () => {
  const item = `<p:sp><p:nvSpPr><p:cNvPr id="6" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place([50, 50, 400, 200])}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr marL="342900" indent="-342900"><a:buFont typeface="Wingdings" pitchFamily="2"/><a:buChar char="à"/></a:pPr><a:r><a:rPr lang="en"/><a:t>Next</a:t></a:r></a:p></p:txBody></p:sp>`;
  const svg = await svgOf(aDeck({ slides: [item] }));

  expect(svg).not.toContain("à");
  expect(svg).toMatch(/[→•]/);
});

test("SmartArt is drawn from the shapes that Office drew of it", async () => {
  const frame = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name=""/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${place([100, 100, 200, 200]).replaceAll("a:xfrm", "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d1" r:lo="d2"/></a:graphicData></a:graphic></p:graphicFrame>`;
  const box = aBox([0, 0, 100, 100], "#00bb00").replace(/(<\/?)p:/g, "$1dsp:");
  const { colourAt } = await drawn(
    aDeck({
      slides: [frame],
      relations: [
        ["d1", "diagramData", "../diagrams/data1.xml"],
        ["d3", "diagramDrawing", "../diagrams/drawing1.xml"],
      ],
      parts: {
        "ppt/diagrams/data1.xml": "<dgm:dataModel/>",
        "ppt/diagrams/drawing1.xml": `<dsp:drawing><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>${box}</dsp:spTree></dsp:drawing>`,
      },
    }),
  );

  expect(colourAt(150, 150)).toBe("#00bb00");
  expect(colourAt(250, 250)).toBe("#ffffff");
});

test("a chart is drawn from its cached values, however long their decimals are", async () => {
  const frame = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name=""/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${place([60, 60, 600, 400]).replaceAll("a:xfrm", "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>`;
  const point = (index: number, value: string) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
  const chart = `<c:chartSpace><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:pieChart><c:ser><c:cat><c:strRef><c:strCache>${point(0, "North")}${point(1, "South")}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${point(0, "8.1999999999999993")}${point(1, "1.8")}</c:numCache></c:numRef></c:val></c:ser></c:pieChart></c:plotArea><c:legend><c:legendPos val="r"/></c:legend></c:chart></c:chartSpace>`;
  const deck = aDeck({
    slides: [frame],
    relations: [["c1", "chart", "../charts/chart1.xml"]],
    parts: { "ppt/charts/chart1.xml": chart },
  });
  const { colourAt } = await drawn(deck);

  // The larger share, in the first colour of the theme, reaches from noon over the bottom to the left.
  expect(colourAt(380, 300)).toBe("#00aa44");
  expect(colourAt(320, 380)).toBe("#00aa44");
  const svg = await svgOf(deck);
  expect(svg).toContain("North");
  expect(svg).toContain("South");
});
