import { explainKeeping } from "./explain-keeping";
import { changeHold } from "./holds/change-hold";
import { createHold } from "./holds/create-hold";
import { extendHolds } from "./holds/extend-holds";
import { findHeldKeys } from "./holds/find-held-keys";
import { listHolds } from "./holds/list-holds";
import { lockFiles } from "./holds/lock-files";
import { releaseHold } from "./holds/release-hold";

/** Every operation of the slice. */
export const privacyOperations = [
  changeHold,
  createHold,
  explainKeeping,
  extendHolds,
  findHeldKeys,
  listHolds,
  lockFiles,
  releaseHold,
] as const;
