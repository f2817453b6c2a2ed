import { changeFlag } from "@besunny/core/platform/flags/change-flag";
import { decideForWorkspace } from "@besunny/core/platform/flags/decide-for-workspace";
import { killFlag } from "@besunny/core/platform/flags/kill-flag";
import { listFlagChanges } from "@besunny/core/platform/flags/list-flag-changes";
import { listFlags } from "@besunny/core/platform/flags/list-flags";
import { reviveFlag } from "@besunny/core/platform/flags/revive-flag";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const flagsRouter = router({
  list: platformQuery(listFlags),
  changes: platformQuery(listFlagChanges),
  change: platformMutation(changeFlag),
  kill: platformMutation(killFlag),
  revive: platformMutation(reviveFlag),
  decideFor: platformMutation(decideForWorkspace),
});
