import { listEmptyQueries } from "./list-empty-queries";
import { listReplayable } from "./list-replayable";
import { recordClick } from "./record-click";
import { recordSearch } from "./record-search";
import { replaySearches } from "./replay-searches";
import { searchAndRecord } from "./search-and-record";

/** Every operation of the slice. */
export const analyticsOperations = [
  listEmptyQueries,
  listReplayable,
  recordClick,
  recordSearch,
  replaySearches,
  searchAndRecord,
] as const;
