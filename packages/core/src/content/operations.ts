import { findOriginal } from "./find-original";
import { findParsedDocument } from "./find-parsed-document";
import { findParsedKey } from "./find-parsed-key";
import { getContent } from "./get-content";
import { getDrawnPages } from "./get-drawn-pages";
import { getHtml } from "./get-html";
import { getPage } from "./get-page";
import { getPageImage } from "./get-page-image";
import { getPicture } from "./get-picture";
import { getReadingReport } from "./get-reading-report";
import { getText } from "./get-text";
import { recordOpening } from "./record-opening";

/** Every operation of the slice. */
export const contentOperations = [
  findOriginal,
  findParsedDocument,
  findParsedKey,
  getContent,
  getDrawnPages,
  getHtml,
  getPage,
  getPageImage,
  getPicture,
  getReadingReport,
  getText,
  recordOpening,
] as const;
