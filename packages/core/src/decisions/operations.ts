import { changeDecision } from "./change-decision";
import { confirmDecision } from "./confirm-decision";
import { listDecisions } from "./list-decisions";
import { settleDecision } from "./settle-decision";

/** Every operation of the slice. */
export const decisionsOperations = [
  changeDecision,
  confirmDecision,
  listDecisions,
  settleDecision,
] as const;
