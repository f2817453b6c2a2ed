import type { CheerioAPI } from "cheerio";
import type { Archive } from "../../../../archive/archive";
import { parseXml } from "../../../../xml/xml";
import { readThemeColours } from "../../drawing/theme-colours";
import { partOf, type Relations } from "../../relations";
import { type OneSlide, onlySlide, relationOf } from "./one-slide";

type Given = { archive: Archive; one: OneSlide; relations: Relations };

const mostCharts = 50;
const emuPerPixel = 9_525;
const widest = 4_000;

/** Puts pictures in place of the charts of a slide, drawn from their cached values. */
export async function drawCharts(
  $: CheerioAPI,
  { archive, one, relations }: Given,
  added: string[],
) {
  const frames = $("p\\:graphicFrame").slice(0, mostCharts).toArray();
  for (const [index, each] of frames.entries()) {
    const frame = $(each);
    const chart = partOf(relations, frame.find("c\\:chart").attr("r:id"), archive);
    const place = frame.children("p\\:xfrm");
    const extent = place.children("a\\:ext").attr();
    if (!chart || !extent) continue;
    const { chartSvg } = await import("../../drawing/chart-svg");
    const colours = await readThemeColours(archive);
    const [width, height] = [extent.cx, extent.cy].map((emu) =>
      Math.round(Math.min(widest, Math.max(1, (Number(emu) || 0) / emuPerPixel))),
    );
    const root = parseXml(await archive.text(chart));
    const svg = chartSvg(root, colours, { width: width ?? 1, height: height ?? 1 });
    if (!svg) continue;
    const id = `besunnyChart${index}`;
    const path = `ppt/media/${id}.svg`;
    one.parts.set(path, Buffer.from(svg));
    added.push(relationOf(onlySlide, { id, kind: "image", path }));
    frame.replaceWith(pictureOf(id, place.html() ?? ""));
  }
}

function pictureOf(id: string, transform: string): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${transform}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}
