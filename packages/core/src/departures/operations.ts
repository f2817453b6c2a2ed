import { askToEnd } from "./ask-to-end";
import { beginErasure } from "./begin-erasure";
import { eraseFiles } from "./erase-files";
import { eraseRows } from "./erase-rows";
import { eraseWorkspace } from "./erase-workspace";
import { findBegun } from "./find-begun";
import { getDeparture } from "./get-departure";
import { noteFound } from "./note-found";
import { recordEnd } from "./record-end";
import { takeBack } from "./take-back";

/** Every operation of the slice. */
export const departuresOperations = [
  askToEnd,
  beginErasure,
  eraseFiles,
  eraseRows,
  eraseWorkspace,
  findBegun,
  getDeparture,
  noteFound,
  recordEnd,
  takeBack,
] as const;
