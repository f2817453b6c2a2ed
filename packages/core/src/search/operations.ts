import { askQuestion } from "./ask-question";
import { compareIndex } from "./compare-index";
import { findIndexed } from "./find-indexed";
import { findPassages } from "./find-passages";
import { findToIndex } from "./find-to-index";
import { findVisiblePassages } from "./find-visible-passages";
import { indexPassages } from "./index-passages";
import { listIndexable } from "./list-indexable";
import { listPresent } from "./list-present";
import { recordPassages } from "./record-passages";
import { removeStrays } from "./remove-strays";
import { syncIndex } from "./sync-index";

/** Every operation of the slice. */
export const searchOperations = [
  askQuestion,
  compareIndex,
  findIndexed,
  findPassages,
  findToIndex,
  findVisiblePassages,
  indexPassages,
  listIndexable,
  listPresent,
  recordPassages,
  removeStrays,
  syncIndex,
] as const;
