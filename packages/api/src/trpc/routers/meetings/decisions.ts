import { changeDecision } from "@besunny/core/decisions/change-decision";
import { confirmDecision } from "@besunny/core/decisions/confirm-decision";
import { listDecisions } from "@besunny/core/decisions/list-decisions";
import { settleDecision } from "@besunny/core/decisions/settle-decision";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const decisionsRouter = router({
  list: query(listDecisions),
  change: mutation(changeDecision),
  confirm: mutation(confirmDecision),
  settle: mutation(settleDecision),
});
