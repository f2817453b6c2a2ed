import { listEmptyQueries } from "@besunny/core/analytics/list-empty-queries";
import { listReplayable } from "@besunny/core/analytics/list-replayable";
import { recordClick } from "@besunny/core/analytics/record-click";
import { recordSearch } from "@besunny/core/analytics/record-search";
import { replaySearches } from "@besunny/core/analytics/replay-searches";

import { router } from "../init";
import { mutation, query } from "../operations";

export const analyticsRouter = router({
  recordSearch: mutation(recordSearch),
  recordClick: mutation(recordClick),
  emptyQueries: query(listEmptyQueries),
  replayable: query(listReplayable),
  replay: mutation(replaySearches),
});
