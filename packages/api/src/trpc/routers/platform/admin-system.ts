import { listIsolationChecks } from "@besunny/core/platform/isolation/list-isolation-checks";
import { getDiskUsage } from "@besunny/core/platform/system/get-disk-usage";
import { getSystem } from "@besunny/core/platform/system/get-system";
import { testDependency } from "@besunny/core/platform/system/test-dependency";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const systemRouter = router({
  get: platformQuery(getSystem),
  disk: platformQuery(getDiskUsage),
  test: platformMutation(testDependency),
  isolation: platformQuery(listIsolationChecks),
});
