import { countForBulkAction } from "@besunny/core/platform/bulk-actions/count-for-bulk-action";
import { getBulkAction } from "@besunny/core/platform/bulk-actions/get-bulk-action";
import { listBulkActions } from "@besunny/core/platform/bulk-actions/list-bulk-actions";
import { startBulkAction } from "@besunny/core/platform/bulk-actions/start-bulk-action";
import { stopBulkAction } from "@besunny/core/platform/bulk-actions/stop-bulk-action";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const operationsRouter = router({
  count: platformQuery(countForBulkAction),
  start: platformMutation(startBulkAction),
  stop: platformMutation(stopBulkAction),
  list: platformQuery(listBulkActions),
  get: platformQuery(getBulkAction),
});
