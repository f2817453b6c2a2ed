import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ShownPicture } from "@besunny/document-model/parsed-document";
import { descendants, type XmlElement } from "../../../xml/xml";
import { keepPicture } from "../../pictures/keep-picture";
import type { OfficeFile } from "../office-file";
import { readThemeColours } from "./theme-colours";

const size = { width: 640, height: 400 };
/** In a document with as many pictures the data of further charts is enough. */
const mostPictures = 200;
const pointsPerPixel = 0.75;

/** Draws a chart from its cached values and keeps the picture. Returns undefined for charts that are not drawn; their data says the same. */
export async function keepChartPicture(
  builder: DocumentBuilder,
  root: XmlElement,
  { archive, source }: OfficeFile,
): Promise<ShownPicture | undefined> {
  if (builder.pictures.length >= mostPictures || descendants(root, "ser").length === 0)
    return undefined;
  const { chartSvg } = await import("./chart-svg");
  const svg = chartSvg(root, await readThemeColours(archive), size);
  const kept = svg && (await keepPicture(builder, Buffer.from(svg), source));
  if (!kept) return undefined;
  const [width, height] = [size.width * pointsPerPixel, size.height * pointsPerPixel];
  return { id: kept.id, width, height };
}
