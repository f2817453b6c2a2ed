import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { ReadingError } from "../../contract/reading-error";
import { parseXml } from "../../xml/xml";
import { addEmbeddedPicture } from "./add-embedded-picture";
import type { ContentItem } from "./content-item";
import { addChart } from "./drawing/chart";
import { addDiagram } from "./drawing/diagram";
import { keepChartPicture } from "./drawing/keep-chart-picture";
import { keepEmbedded } from "./embedded";
import type { OfficeFile } from "./office-file";

/** Adds items to the document and reads pictures, charts and similar parts among them. A damaged part becomes a warning. */
export async function addContentItems(
  builder: DocumentBuilder,
  items: ContentItem[],
  file: OfficeFile,
) {
  for (const item of items) {
    try {
      await addContentItem(builder, item, file);
    } catch (error) {
      if (!("path" in item)) throw error;
      const why = error instanceof ReadingError ? ` ${error.message}` : "";
      builder.warnings.push(`A part of the document could not be read.${why}`);
    }
  }
}

async function addContentItem(builder: DocumentBuilder, item: ContentItem, file: OfficeFile) {
  const { archive, source, pictures } = file;
  switch (item.kind) {
    case "table":
      builder.addTable(item);
      return;
    case "picture":
      builder.add({ kind: "figure", boxes: item.boxes, ...(await pictures.read(item)) });
      return;
    case "embedded-picture":
      await addEmbeddedPicture(builder, item, source);
      return;
    case "chart":
      await addChart(builder, parseXml(await archive.text(item.path)), (root) =>
        keepChartPicture(builder, root, file),
      );
      return;
    case "diagram":
      addDiagram(builder, parseXml(await archive.text(item.path)));
      return;
    case "embedded":
      await keepEmbedded(builder, item, { archive, source });
      return;
    case "chunk": {
      const { addChunk } = await import("./docx/chunk");
      await addChunk(builder, item.path, file);
      return;
    }
    default:
      builder.add(item);
  }
}
