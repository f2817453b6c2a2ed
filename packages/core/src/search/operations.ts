import { compareIndex } from "./compare-index";
import { cutAgain } from "./cut-again";
import { findIndexed } from "./find-indexed";
import { findPassages } from "./find-passages";
import { findToIndex } from "./find-to-index";
import { findVisiblePassages } from "./find-visible-passages";
import { indexPassages } from "./index-passages";
import { findToCompare } from "./likeness/find-to-compare";
import { listDuplicates } from "./likeness/list-duplicates";
import { listSimilar } from "./likeness/list-similar";
import { listInRange } from "./list-in-range";
import { listIndexable } from "./list-indexable";
import { listPresent } from "./list-present";
import { recordPassages } from "./record-passages";
import { removeStrays } from "./remove-strays";
import { compareGenerations } from "./renewal/compare-generations";
import { emptyIndex } from "./renewal/empty-index";
import { fillIndex } from "./renewal/fill-index";
import { sampleQueries } from "./renewal/sample-queries";
import { syncDocuments } from "./sync-documents";
import { syncIndex } from "./sync-index";
import { syncIndexRange } from "./sync-index-range";

/** Every operation of the slice. */
export const searchOperations = [
  compareGenerations,
  compareIndex,
  emptyIndex,
  fillIndex,
  cutAgain,
  findIndexed,
  findPassages,
  findToIndex,
  findVisiblePassages,
  indexPassages,
  findToCompare,
  listDuplicates,
  listInRange,
  listIndexable,
  listPresent,
  listSimilar,
  recordPassages,
  removeStrays,
  sampleQueries,
  syncDocuments,
  syncIndex,
  syncIndexRange,
] as const;
