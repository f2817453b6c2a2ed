import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import type { PictureReader } from "./drawing/pictures";

/** An open Office file: its parts, its reader input and the reader of its pictures. */
export type OfficeFile = {
  archive: Archive;
  source: ReaderInput;
  pictures: PictureReader;
  /** The number of documents that include this one. */
  depth?: number;
};
