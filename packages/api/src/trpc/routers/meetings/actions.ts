import { changeAction } from "@besunny/core/actions/change-action";
import { completeAction } from "@besunny/core/actions/complete-action";
import { confirmAction } from "@besunny/core/actions/confirm-action";
import { countActions } from "@besunny/core/actions/count-actions";
import { createAction } from "@besunny/core/actions/create-action";
import { deleteAction } from "@besunny/core/actions/delete-action";
import { listActions } from "@besunny/core/actions/list-actions";
import { listLikelySame } from "@besunny/core/actions/list-likely-same";
import { markSame } from "@besunny/core/actions/mark-same";
import { rejectAction } from "@besunny/core/actions/reject-action";
import { reopenAction } from "@besunny/core/actions/reopen-action";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const actionsRouter = router({
  list: query(listActions),
  count: query(countActions),
  create: mutation(createAction),
  change: mutation(changeAction),
  confirm: mutation(confirmAction),
  reject: mutation(rejectAction),
  complete: mutation(completeAction),
  reopen: mutation(reopenAction),
  remove: mutation(deleteAction),
  likelySame: query(listLikelySame),
  markSame: mutation(markSame),
});
