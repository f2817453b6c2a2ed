import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { Archive } from "../../archive/archive";
import { corrupt } from "../../contract/refusals";

/** Warns that a damaged file was read in part. Throws CORRUPT if nothing of the file could be read. */
export function reportDamage(
  { warnings, length, attachments }: DocumentBuilder,
  { damaged }: Archive,
) {
  if (damaged.length === 0) return;
  if (length === 0 && attachments.length === 0) throw corrupt("The file");
  warnings.push("The file is damaged: parts of the document are missing.");
}
