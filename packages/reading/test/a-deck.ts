import { aZip, relations } from "./office-files";

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const emu = (points: number) => Math.round(points * 12_700);

type Deck = {
  /** The shapes of each slide. */
  slides: string[];
  /** The background of the master, and its styles of titles. */
  ground?: string;
  titleStyle?: string;
  /** Further relations of each slide and of the master, and further parts. */
  relations?: [string, string, string][];
  masterRelations?: [string, string, string][];
  parts?: Record<string, string | Uint8Array>;
};

/** A presentation of 720 by 540 points as PowerPoint writes it: with a theme, a master and a layout that hold a title. */
export function aDeck(deck: Deck): Uint8Array {
  const { slides, ground = "", titleStyle = "", parts = {} } = deck;
  const title = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${place([36, 20, 648, 90])}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>`;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relations([["r1", "officeDocument", "ppt/presentation.xml"]]),
    "ppt/presentation.xml": `<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="1" r:id="m"/></p:sldMasterIdLst><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join("")}</p:sldIdLst><p:sldSz cx="${emu(720)}" cy="${emu(540)}"/></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations([
      ["m", "slideMaster", "slideMasters/slideMaster1.xml"],
      ...slides.map((_, index): [string, string, string] => [
        `s${index}`,
        "slide",
        `slides/slide${index + 1}.xml`,
      ]),
    ]),
    "ppt/slideMasters/slideMaster1.xml": `<p:sldMaster ${spaces}><p:cSld>${ground}<p:spTree>${group}${title}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle></p:txStyles></p:sldMaster>`,
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations([
      ["l", "slideLayout", "../slideLayouts/slideLayout1.xml"],
      ["t", "theme", "../theme/theme1.xml"],
      ...(deck.masterRelations ?? []),
    ]),
    "ppt/slideLayouts/slideLayout1.xml": `<p:sldLayout ${spaces}><p:cSld><p:spTree>${group}${title}</p:spTree></p:cSld></p:sldLayout>`,
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations([
      ["m", "slideMaster", "../slideMasters/slideMaster1.xml"],
    ]),
    "ppt/theme/theme1.xml": `<a:theme ${spaces}><a:themeElements><a:clrScheme name="Own"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F2937"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2><a:accent1><a:srgbClr val="00AA44"/></a:accent1><a:accent2><a:srgbClr val="AA0044"/></a:accent2></a:clrScheme><a:fontScheme name="Own"><a:majorFont><a:latin typeface="Calibri"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/></a:minorFont></a:fontScheme><a:fmtScheme name="Own"><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
    ...parts,
  };
  for (const [index, shapes] of slides.entries()) {
    files[`ppt/slides/slide${index + 1}.xml`] =
      `<p:sld ${spaces}><p:cSld><p:spTree>${group}${shapes}</p:spTree></p:cSld></p:sld>`;
    files[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relations([
      ["l", "slideLayout", "../slideLayouts/slideLayout1.xml"],
      ...(deck.relations ?? []),
    ]);
  }
  return aZip(files);
}

const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

type Place = [x: number, y: number, width: number, height: number];

/** A transform to a place in points. */
export function place([x, y, width, height]: Place): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

/** A box of a preset form with a fill, a scheme colour or `#rrggbb`. */
export function aBox(at: Place, fill: string, form = "rect"): string {
  const colour = fill.startsWith("#")
    ? `<a:srgbClr val="${fill.slice(1)}"/>`
    : `<a:schemeClr val="${fill}"/>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="9" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place(at)}<a:prstGeom prst="${form}"><a:avLst/></a:prstGeom><a:solidFill>${colour}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

/** A title without a place or an alignment of its own. */
export function aTitle(text: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="5" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
}
