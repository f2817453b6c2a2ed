import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ReaderInput } from "../../contract/reader-input";
import { keepPicture } from "../pictures/keep-picture";
import type { EmbeddedPicture } from "./content-item";

/** Adds a picture whose bytes are known, for showing. */
export async function addEmbeddedPicture(
  builder: DocumentBuilder,
  { bytes, size }: EmbeddedPicture,
  source: ReaderInput,
) {
  const kept = await keepPicture(builder, bytes, source);
  if (!kept) return;
  const [width, height] = size ?? [];
  const picture = { id: kept.id, ...(width && height && { width, height }) };
  builder.add({ kind: "figure", text: "", picture });
}
