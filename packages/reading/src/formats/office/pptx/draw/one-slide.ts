import { posix } from "node:path";
import { utils, write } from "cfb";
import type { Archive } from "../../../../archive/archive";
import { readRelations } from "../../relations";

/** The parts of a presentation that one slide needs, by their paths; the slide itself is `onlySlide`. */
export type OneSlide = { parts: Map<string, Buffer> };

/** The drawing library finds slides by this name alone. */
export const onlySlide = "ppt/slides/slide1.xml";

/** Parts that no picture of the slide shows. */
const unshown =
  /^(notesSlide|notesMaster|handoutMaster|comments|commentAuthors|authors|audio|video|media|tags|printerSettings|customXml|package|oleObject|vmlDrawing|slide)$/;

/**
 * Collects a slide with its layout, master, theme, pictures and charts into a presentation of its own. Drawing a slide then costs no more in
 * a long presentation. Paths are in lower case, as in `archive`.
 */
export async function takeSlide(
  archive: Archive,
  presentation: string,
  slide: string,
): Promise<OneSlide> {
  const parts = new Map<string, Buffer>();
  const take = async (part: string, as = part) => {
    if (parts.has(as) || !archive.has(part)) return;
    parts.set(as, await archive.bytes(part));
    const isMaster = part.includes("slidemasters/");
    const kept: string[] = [];
    for (const [id, relation] of await readRelations(archive, part)) {
      if ("url" in relation || unshown.test(relation.kind)) continue;
      const path = relation.path.toLowerCase();
      if (isMaster && relation.kind === "slideLayout" && !parts.has(path)) continue;
      kept.push(relationOf(as, { id, kind: relation.kind, path }));
      await take(path);
    }
    if (kept.length > 0) parts.set(relationsOf(as), relationsPart(kept));
  };
  await take(slide, onlySlide);
  await addPresentation(archive, { parts, presentation }, take);
  return { parts };
}

type Given = OneSlide & { presentation: string };

async function addPresentation(
  archive: Archive,
  { parts, presentation }: Given,
  take: (part: string) => Promise<void>,
) {
  const main = "ppt/presentation.xml";
  const slideId = "besunnySlide";
  const kept = [relationOf(main, { id: slideId, kind: "slide", path: onlySlide })];
  for (const [id, relation] of await readRelations(archive, presentation)) {
    if ("url" in relation || !/^(slideMaster|theme|tableStyles)$/.test(relation.kind)) continue;
    const path = relation.path.toLowerCase();
    if (relation.kind === "slideMaster" && !parts.has(path)) continue;
    await take(path);
    kept.push(relationOf(main, { id, kind: relation.kind, path }));
  }
  const text = await archive.text(presentation);
  const list = `<p:sldIdLst><p:sldId id="256" r:id="${slideId}"/></p:sldIdLst>`;
  const own = text.replace(/<p:sldIdLst\b(?:[^>]*\/>|[\s\S]*?<\/p:sldIdLst>)/, list);
  parts.set(main, Buffer.from(own));
  parts.set(relationsOf(main), relationsPart(kept));
  const top = relationOf("", { id: "r1", kind: "officeDocument", path: main });
  parts.set("_rels/.rels", relationsPart([top]));
  parts.set("[Content_Types].xml", await archive.bytes("[content_types].xml"));
}

/** Returns the presentation of one slide as a zip. */
export function packed({ parts }: OneSlide): Uint8Array<ArrayBuffer> {
  const container = utils.cfb_new();
  utils.cfb_del(container, "/\u0001Sh33tJ5");
  for (const [path, bytes] of parts) utils.cfb_add(container, `/${path}`, bytes);
  return new Uint8Array(Buffer.from(write(container, { fileType: "zip", type: "buffer" })));
}

/** Returns the path of the part that holds the relations of a part. */
export function relationsOf(part: string): string {
  return posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
}

type Target = { id: string; kind: string; path: string };

export function relationOf(part: string, { id, kind, path }: Target): string {
  const target = posix.relative(posix.dirname(part), path);
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  return `<Relationship Id="${attribute(id)}" Type="${attribute(type)}" Target="${attribute(target)}"/>`;
}

/** Returns a part that holds these relations. */
export function relationsPart(list: string[]): Buffer {
  const space = "http://schemas.openxmlformats.org/package/2006/relationships";
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${space}">${list.join("")}</Relationships>`,
  );
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
