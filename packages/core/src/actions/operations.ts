import { changeAction } from "./change-action";
import { completeAction } from "./complete-action";
import { confirmAction } from "./confirm-action";
import { countActions } from "./count-actions";
import { createAction } from "./create-action";
import { deleteAction } from "./delete-action";
import { listActions } from "./list-actions";
import { listLikelySame } from "./list-likely-same";
import { markSame } from "./mark-same";
import { rejectAction } from "./reject-action";
import { remindMe } from "./remind-me";
import { reopenAction } from "./reopen-action";

/** Every operation of the slice. */
export const actionsOperations = [
  changeAction,
  completeAction,
  confirmAction,
  countActions,
  createAction,
  deleteAction,
  listActions,
  listLikelySame,
  markSame,
  rejectAction,
  remindMe,
  reopenAction,
] as const;
