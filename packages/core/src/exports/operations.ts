import { clearExports } from "./clear-exports";
import { endExpired } from "./end-expired";
import { endExport } from "./end-export";
import { failExport } from "./fail-export";
import { findExport } from "./find-export";
import { finishExport } from "./finish-export";
import { listExports } from "./list-exports";
import { notePart } from "./note-part";
import { openExport } from "./open-export";
import { planExport } from "./plan-export";
import { readOriginals } from "./read-originals";
import { readRows } from "./read-rows";
import { recordExport } from "./record-export";
import { removeExport } from "./remove-export";
import { startExport } from "./start-export";
import { writeDocuments } from "./write-documents";
import { writeTable } from "./write-table";

/** Every operation of the slice. */
export const exportsOperations = [
  clearExports,
  endExpired,
  endExport,
  failExport,
  findExport,
  finishExport,
  listExports,
  notePart,
  openExport,
  planExport,
  readOriginals,
  readRows,
  recordExport,
  removeExport,
  startExport,
  writeDocuments,
  writeTable,
] as const;
