import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import type { PictureReader } from "./drawing/pictures";

/** An open Office file: its parts, its reader input and the reader of its pictures. */
export type OfficeFile = {
  archive: Archive;
  source: ReaderInput;
  pictures: PictureReader;
  /** Reads a document of the same kind that this one includes; absent where documents include each other too deeply. */
  readIncluded?: ((source: ReaderInput) => Promise<ParsedDocument>) | undefined;
};
