import { type CheerioAPI, load } from "cheerio";
import type { Archive } from "../../../../archive/archive";
import { partsOfKind, type Relations, readRelations } from "../../relations";
import { onlySlide, relationOf } from "./one-slide";

type Given = { archive: Archive; relations: Relations };

const pictureId = "besunnyGround";

/** Writes the background that a slide inherits into the slide: of its layout or master, and of the theme where these name one of it. */
export async function addBackground($: CheerioAPI, { archive, relations }: Given, added: string[]) {
  const slide = $("p\\:cSld").first();
  const levels = await levelsOf(archive, relations);
  const own = slide.children("p\\:bg");
  const found = own.length > 0 ? null : levels.find(({ $: each }) => groundIn(each).length > 0);
  const $ground = found?.$ ?? $;
  const ground = found ? groundIn($ground) : own;
  if (ground.length === 0) return;
  const named = ground.children("p\\:bgRef");
  const theme = levels.at(-1);
  const fill = Number(named.attr("idx")) > 1_000 && theme ? await themeFill(archive, theme) : null;
  if (fill) {
    const colour = named.children().first();
    const xml = fill.fills[Number(named.attr("idx")) - 1_001] ?? "";
    const coloured = withColour(xml, colour.prop("tagName") ?? "", colour.attr("val") ?? "");
    if (xml === "") return;
    own.remove();
    slide.prepend(
      `<p:bg><p:bgPr>${addPicture(coloured, fill.relations, added)}<a:effectLst/></p:bgPr></p:bg>`,
    );
  } else if (found && ground.children("p\\:bgPr").length > 0)
    slide.prepend(addPicture($ground.xml(ground), found.relations, added));
}

function groundIn($: CheerioAPI) {
  return $("p\\:cSld > p\\:bg").first();
}

type Level = { $: CheerioAPI; relations: Relations };

/** Returns the layout and the master of a slide. */
async function levelsOf(archive: Archive, relations: Relations): Promise<Level[]> {
  const levels: Level[] = [];
  let above = relations;
  for (const kind of [/^slideLayout$/, /^slideMaster$/]) {
    const [path] = partsOfKind(above, kind, archive);
    if (!path) break;
    above = await readRelations(archive, path);
    levels.push({ $: load(await archive.text(path), { xml: true }), relations: above });
  }
  return levels;
}

async function themeFill(
  archive: Archive,
  { relations }: Level,
): Promise<{ fills: string[]; relations: Relations } | null> {
  const [path] = partsOfKind(relations, /^theme$/, archive);
  if (!path) return null;
  const $ = load(await archive.text(path), { xml: true });
  const fills = $("a\\:bgFillStyleLst").children().toArray();
  return { fills: fills.map((each) => $.xml(each)), relations: await readRelations(archive, path) };
}

/** Puts the colour of the slide in place of the one that the theme leaves open. */
function withColour(fill: string, tag: string, value: string): string {
  const name = tag.toLowerCase() === "a:srgbclr" ? "srgbClr" : "schemeClr";
  if (!/^\w+$/.test(value)) return fill;
  return fill
    .replace(/<a:schemeClr val="phClr"\s*\/>/g, `<a:${name} val="${value}"/>`)
    .replace(
      /<a:schemeClr val="phClr">([\s\S]*?)<\/a:schemeClr>/g,
      `<a:${name} val="${value}">$1</a:${name}>`,
    );
}

/** Lets the slide know the picture of a fill that came from another part. */
function addPicture(fill: string, relations: Relations, added: string[]): string {
  const [, id] = /<a:blip\b[^>]*\sr:embed="([^"]*)"/.exec(fill) ?? [];
  const target = relations.get(id ?? "");
  if (!target || !("path" in target)) return fill;
  const path = target.path.toLowerCase();
  if (!added.some((each) => each.includes(`"${pictureId}"`)))
    added.push(relationOf(onlySlide, { id: pictureId, kind: "image", path }));
  return fill.replace(`r:embed="${id}"`, `r:embed="${pictureId}"`);
}
