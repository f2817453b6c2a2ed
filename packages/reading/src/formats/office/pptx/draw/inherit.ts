import { type CheerioAPI, load } from "cheerio";
import type { Archive } from "../../../../archive/archive";
import { child, descendants, parseXml } from "../../../../xml/xml";
import { partsOfKind, type Relations, readRelations } from "../../relations";
import type { Layout, Placeholder } from "../layouts";
import { addBackground } from "./background";
import { drawCharts } from "./draw-charts";
import { type OneSlide, onlySlide, relationOf, relationsOf, relationsPart } from "./one-slide";

type Given = {
  archive: Archive;
  one: OneSlide;
  relations: Relations;
  layout: Layout;
};

/**
 * Writes into a slide what it inherits and the drawing library does not look up: the alignment of paragraphs and the background. SmartArt and
 * charts become shapes and pictures.
 */
export async function inherit({ archive, one, relations, layout }: Given) {
  const $ = load(one.parts.get(onlySlide)?.toString() ?? "", { xml: true });
  alignParagraphs($, layout);
  const added: string[] = [];
  await addBackground($, { archive, relations }, added);
  await addSmartArt($, { archive, one, relations }, added);
  await drawCharts($, { archive, one, relations }, added);
  one.parts.set(onlySlide, Buffer.from($.xml()));
  if (added.length === 0) return;
  const path = relationsOf(onlySlide);
  const own = one.parts.get(path)?.toString() ?? relationsPart([]).toString();
  one.parts.set(
    path,
    Buffer.from(own.replace("</Relationships>", `${added.join("")}</Relationships>`)),
  );
}

function alignParagraphs($: CheerioAPI, layout: Layout) {
  $("p\\:sp").each((_, element) => {
    const shape = $(element);
    const placeholder = placeholderOf(shape.find("p\\:nvPr > p\\:ph").attr());
    if (!placeholder) return;
    const styles = layout.stylesOf(placeholder);
    shape.find("p\\:txBody > a\\:p").each((_, each) => {
      const paragraph = $(each);
      const properties = paragraph.children("a\\:pPr");
      if (properties.attr("algn")) return;
      const level = `lvl${1 + (Number(properties.attr("lvl")) || 0)}pPr`;
      if (shape.find(`a\\:lstStyle > a\\:${level}`).attr("algn")) return;
      const align = styles.flatMap((style) => child(style, level)?.attributes.algn ?? [])[0];
      if (!align || !/^\w+$/.test(align)) return;
      if (properties.length > 0) properties.attr("algn", align);
      else paragraph.prepend(`<a:pPr algn="${align}"/>`);
    });
  });
}

function placeholderOf(attributes: Record<string, string> | undefined): Placeholder | null {
  return attributes ? { type: attributes.type ?? "obj", index: attributes.idx ?? "0" } : null;
}

type Parts = Omit<Given, "layout">;

const mostDiagrams = 50;

/** Puts the shapes that Office drew of a SmartArt in place of its frame. */
async function addSmartArt($: CheerioAPI, { archive, one, relations }: Parts, added: string[]) {
  const drawings = await drawingsByData(archive, relations);
  const frames = $("p\\:graphicFrame").slice(0, mostDiagrams).toArray();
  for (const [index, each] of frames.entries()) {
    const frame = $(each);
    const data = relations.get(frame.find("dgm\\:relIds").attr("r:dm") ?? "");
    const drawing = data && "path" in data ? drawings.get(data.path.toLowerCase()) : undefined;
    const offset = frame.find("p\\:xfrm > a\\:off").attr();
    const extent = frame.find("p\\:xfrm > a\\:ext").attr();
    if (!drawing || !offset || !extent) continue;
    const prefix = `besunnyDiagram${index}`;
    for (const [id, relation] of await readRelations(archive, drawing))
      if ("path" in relation && archive.has(relation.path)) {
        const path = relation.path.toLowerCase();
        added.push(relationOf(onlySlide, { id: `${prefix}${id}`, kind: relation.kind, path }));
        if (!one.parts.has(path)) one.parts.set(path, await archive.bytes(path));
      }
    frame.replaceWith(groupOf(await archive.text(drawing), { prefix, offset, extent }));
  }
}

/** The parts with drawings of SmartArt, by the parts with their data, which name them. */
async function drawingsByData(
  archive: Archive,
  relations: Relations,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const drawings = partsOfKind(relations, /^diagramDrawing$/, archive);
  for (const data of partsOfKind(relations, /^diagramData$/, archive)) {
    const root = parseXml(await archive.text(data));
    const id = descendants(root, "dataModelExt")[0]?.attributes.relId;
    const named = relations.get(id ?? "");
    const path =
      named && "path" in named ? named.path : drawings.length === 1 ? drawings[0] : undefined;
    if (path && archive.has(path)) found.set(data.toLowerCase(), path);
  }
  return found;
}

type Frame = {
  prefix: string;
  offset: Record<string, string>;
  extent: Record<string, string>;
};

function groupOf(drawing: string, { prefix, offset, extent }: Frame): string {
  const shapes = /<dsp:spTree\b[^>]*>([\s\S]*)<\/dsp:spTree>/.exec(drawing)?.[1] ?? "";
  const own = shapes
    .replace(
      /<dsp:nvGrpSpPr>[\s\S]*?<\/dsp:nvGrpSpPr>\s*(<dsp:grpSpPr\s*\/>|<dsp:grpSpPr\b[\s\S]*?<\/dsp:grpSpPr>)/,
      "",
    )
    .replace(/<(\/?)dsp:/g, "<$1p:")
    .replace(/\br:(embed|link|id)="/g, `r:$1="${prefix}`);
  const whole = (value: string | undefined) => Math.trunc(Number(value)) || 0;
  const [x, y, width, height] = [offset.x, offset.y, extent.cx, extent.cy].map(whole);
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/><a:chOff x="0" y="0"/><a:chExt cx="${width}" cy="${height}"/></a:xfrm></p:grpSpPr>${own}</p:grpSp>`;
}
