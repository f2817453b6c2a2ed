import { findOnPages } from "./find-on-pages";
import { findOriginal } from "./find-original";
import { findParsedDocument } from "./find-parsed-document";
import { findParsedKey } from "./find-parsed-key";
import { getContent } from "./get-content";
import { getDrawnPages } from "./get-drawn-pages";
import { getHtml } from "./get-html";
import { getMailPage } from "./get-mail-page";
import { getPage } from "./get-page";
import { getPageImage } from "./get-page-image";
import { getPicture } from "./get-picture";
import { getReadingReport } from "./get-reading-report";
import { getTable } from "./get-table";
import { getText } from "./get-text";
import { listTables } from "./list-tables";
import { recordOpening } from "./record-opening";

/** Every operation of the slice. */
export const contentOperations = [
  findOnPages,
  findOriginal,
  findParsedDocument,
  findParsedKey,
  getContent,
  getDrawnPages,
  getHtml,
  getMailPage,
  getPage,
  getPageImage,
  getPicture,
  getReadingReport,
  getTable,
  getText,
  listTables,
  recordOpening,
] as const;
