import type {
  BlockInput,
  ModelBuilder,
  TableInput,
} from "@besunny/document-model/document-builder";
import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { parseXml } from "../../xml/xml";
import { addChart } from "./drawing/chart";
import { addDiagram } from "./drawing/diagram";
import type { PictureReader } from "./drawing/pictures";
import { keepEmbedded } from "./embedded";

/** What a walk over an Office file finds, in reading order; parts are named by their path in the archive. */
export type Piece =
  | BlockInput
  | ({ kind: "table" } & TableInput)
  | { kind: "picture"; path: string | undefined; description: string }
  | { kind: "chart"; path: string }
  | { kind: "diagram"; path: string }
  | { kind: "embedded"; path: string; name: string }
  | { kind: "chunk"; path: string };

export type OfficeFile = { archive: Archive; source: ReaderInput; pictures: PictureReader };

/** Adds pieces to the model; pictures, charts and the like are read here. A part that cannot be read fails alone. */
export async function addPieces(builder: ModelBuilder, pieces: Piece[], file: OfficeFile) {
  for (const piece of pieces) {
    try {
      await addPiece(builder, piece, file);
    } catch (error) {
      if (!("path" in piece)) throw error;
      const why = error instanceof ReadingError ? ` ${error.message}` : "";
      builder.warnings.push(`A part of the document could not be read.${why}`);
    }
  }
}

async function addPiece(builder: ModelBuilder, piece: Piece, file: OfficeFile) {
  const { archive, source, pictures } = file;
  switch (piece.kind) {
    case "table":
      builder.addTable(piece);
      return;
    case "picture":
      builder.add({ kind: "figure", text: await pictures.read(piece) });
      return;
    case "chart":
      await addChart(builder, parseXml(await archive.text(piece.path)));
      return;
    case "diagram":
      addDiagram(builder, parseXml(await archive.text(piece.path)));
      return;
    case "embedded":
      await keepEmbedded(builder, piece, { archive, source });
      return;
    case "chunk": {
      const { addChunk } = await import("./docx/chunk");
      await addChunk(builder, piece.path, file);
      return;
    }
    default:
      builder.add(piece);
  }
}
