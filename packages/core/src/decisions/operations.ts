import { changeDecision } from "./change-decision";
import { confirmDecision } from "./confirm-decision";
import { findToCompare } from "./contradictions/find-to-compare";
import { reopenDecisions } from "./contradictions/reopen-decisions";
import { watchDocument } from "./contradictions/watch-document";
import { listDecisions } from "./list-decisions";
import { settleDecision } from "./settle-decision";

/** Every operation of the slice. */
export const decisionsOperations = [
  changeDecision,
  confirmDecision,
  findToCompare,
  listDecisions,
  reopenDecisions,
  settleDecision,
  watchDocument,
] as const;
