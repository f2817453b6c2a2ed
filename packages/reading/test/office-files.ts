import { strToU8, zipSync } from "fflate";

const namespaces =
  'xmlns:w="w" xmlns:r="r" xmlns:m="m" xmlns:mc="mc" xmlns:wps="wps" xmlns:wp="wp" xmlns:a="a" xmlns:c="c" xmlns:p="p" xmlns:dgm="dgm"';

/** A zip of these parts; values are text or bytes. */
export function aZip(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === "string" ? strToU8(part) : part,
      ]),
    ),
  );
}

/** Relations as Office writes them: id, kind, and a part beside the one that has them or an address. */
export function relations(list: [id: string, kind: string, target: string][]): string {
  const each = list.map(([id, kind, target]) => {
    const mode = /^https?:/.test(target) ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="http://x/relationships/${kind}" Target="${target}"${mode}/>`;
  });
  return `<Relationships>${each.join("")}</Relationships>`;
}

/** A DOCX of this body. `parts` are further parts in `word/` with their kinds; what they hold is wrapped in their root. */
export function aDocx(
  body: string,
  parts: Record<string, { kind: string; xml: string }> = {},
): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations([["r1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(
      Object.entries(parts).map(([name, { kind }]) => [`r-${name}`, kind, name]),
    ),
  };
  for (const [name, { kind, xml }] of Object.entries(parts))
    if (!/^https?:/.test(name))
      files[`word/${name}`] = `<w:${kind} ${namespaces}>${xml}</w:${kind}>`;
  return aZip(files);
}

/** A paragraph of Word; `properties` stand in its `pPr`. */
export function aParagraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A PPTX of slides, each given by the shapes on it and further relations of its part. */
export function aPptx(
  slides: { shapes: string; attributes?: string; relations?: [string, string, string][] }[],
  parts: Record<string, string | Uint8Array> = {},
): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations([["r1", "officeDocument", "ppt/presentation.xml"]]),
    "ppt/presentation.xml": `<p:presentation ${namespaces}><p:sldIdLst>${slides
      .map((_, index) => `<p:sldId r:id="s${index}"/>`)
      .join("")}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      slides.map((_, index) => [`s${index}`, "slide", `slides/slide${index}.xml`]),
    ),
    ...parts,
  };
  for (const [index, slide] of slides.entries()) {
    files[`ppt/slides/slide${index}.xml`] =
      `<p:sld ${namespaces} ${slide.attributes ?? ""}><p:cSld><p:spTree>${slide.shapes}</p:spTree></p:cSld></p:sld>`;
    files[`ppt/slides/_rels/slide${index}.xml.rels`] = relations(slide.relations ?? []);
  }
  return aZip(files);
}

/** A shape with paragraphs, at a place in points; `placeholder` is its kind on the layout. */
export function aShape(
  paragraphs: string[],
  { at = [0, 0, 100, 20], placeholder = "", style = "" } = {},
): string {
  const [x = 0, y = 0, width = 0, height = 0] = at.map((points) => points * 12_700);
  const kind = placeholder ? `<p:ph type="${placeholder}"/>` : "";
  return `<p:sp><p:nvSpPr><p:nvPr>${kind}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr><p:txBody>${style}${paragraphs
    .map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`)
    .join("")}</p:txBody></p:sp>`;
}
