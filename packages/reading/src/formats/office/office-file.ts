import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import type { PictureReader } from "./drawing/pictures";

/** An Office file that is being read: its parts, the input it came as and the reader of its pictures. */
export type OfficeFile = { archive: Archive; source: ReaderInput; pictures: PictureReader };
