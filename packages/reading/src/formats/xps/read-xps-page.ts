import type { PageLink } from "../../analysis/blocks/page-links";
import type { ReadPage } from "../../analysis/blocks/read-page";
import { orderRegions } from "../../analysis/layout/order-regions";
import { unionOf } from "../../analysis/layout/page-geometry";
import type { Rule } from "../../analysis/tables/found-table";
import { joinRules } from "../../analysis/tables/join-rules";
import type { Archive } from "../../archive/archive";
import { child, elements, parseXml, type XmlElement } from "../../xml/xml";
import { type Run, wordsOfRuns } from "../pdf/pdfjs/pdfjs-words";
import { besides } from "./fixed-pages";
import type { Fonts } from "./fonts";
import { runsOf } from "./glyph-runs";
import { type Matrix, readMatrix, within } from "./matrix";
import { partText } from "./package-parts";
import { rulesOf } from "./path-rules";

const pointsPerUnit = 0.75;
const mostRules = 20_000;

type Found = { runs: Run[]; rules: Rule[]; links: PageLink[]; hasPicture: boolean };

/** Reads the page at `path` of an XPS file in reading order. */
export async function readXpsPage(archive: Archive, path: string, fonts: Fonts): Promise<ReadPage> {
  const page = elements(parseXml(await partText(archive, path)), "FixedPage")[0];
  const width = Number(page?.attributes.Width ?? 0) * pointsPerUnit || 0;
  const height = Number(page?.attributes.Height ?? 0) * pointsPerUnit || 0;
  const found: Found = { runs: [], rules: [], links: [], hasPicture: false };
  if (page)
    await gather(page, [pointsPerUnit, 0, 0, pointsPerUnit, 0, 0], found, {
      fonts: { at: (uri) => fonts.at(besides(path, uri)) },
    });
  const words = wordsOfRuns(found.runs, { width, height, transform: [1, 0, 0, 1, 0, 0] });
  return {
    kind: "page",
    width,
    height,
    rotation: 0,
    recognised: false,
    quality: qualityOf(words.characters, found.hasPicture),
    links: found.links,
    ...orderRegions(words.byDirection, { width, height, rules: joinRules(found.rules) }),
  };
}

function qualityOf(characters: number, hasPicture: boolean): ReadPage["quality"] {
  if (characters > 0) return { score: 1, reasons: [] };
  const reason = hasPicture
    ? "The page is a picture, which was not read."
    : "The page has no text.";
  return { score: 0, reasons: [reason] };
}

type Given = { fonts: Fonts; url?: string | undefined };

/** Adds the text, lines and links of an element and of those in it. */
async function gather(
  parent: XmlElement,
  outer: Matrix,
  found: Found,
  given: Given,
): Promise<void> {
  for (const element of elements(parent)) {
    const transform = within(outer, transformOf(element));
    const url = element.attributes["FixedPage.NavigateUri"] ?? given.url;
    if (element.name === "Glyphs") {
      const runs = await runsOf(element, transform, given.fonts);
      found.runs.push(...runs);
      if (url) found.links.push({ box: unionOf(runs.map(boxOf)), target: { url } });
    } else if (element.name === "Path") {
      found.hasPicture ||= child(element, "Path.Fill/ImageBrush") !== undefined;
      if (found.rules.length < mostRules) found.rules.push(...rulesOf(element, transform));
    } else if (element.name === "Canvas")
      await gather(element, transform, found, { ...given, url });
    else if (element.name === "AlternateContent") {
      const chosen = child(element, "Fallback") ?? child(element, "Choice");
      if (chosen) await gather(chosen, outer, found, given);
    }
  }
}

function boxOf({ transform, width, height }: Run): Rule {
  const [, , , , x = 0, y = 0] = transform;
  return [x, y - height * pointsPerUnit, width, height * pointsPerUnit];
}

function transformOf(element: XmlElement): Matrix {
  const own = child(element, `${element.name}.RenderTransform/MatrixTransform`);
  return readMatrix(own?.attributes.Matrix ?? element.attributes.RenderTransform);
}
