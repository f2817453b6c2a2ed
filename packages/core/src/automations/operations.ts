import { checkDraft } from "./check-draft";
import { compareVersions } from "./compare-versions";
import { endAutomation } from "./end-automation";
import { getAutomation } from "./get-automation";
import { getVocabulary } from "./get-vocabulary";
import { listAutomations } from "./list-automations";
import { listVersions } from "./list-versions";
import { pauseAutomation } from "./pause-automation";
import { publishAutomation } from "./publish-automation";
import { rollBackAutomation } from "./roll-back-automation";
import { saveDraft } from "./save-draft";
import { turnOnAutomation } from "./turn-on-automation";

/** Every operation of the slice. */
export const automationsOperations = [
  checkDraft,
  compareVersions,
  endAutomation,
  getAutomation,
  getVocabulary,
  listAutomations,
  listVersions,
  pauseAutomation,
  publishAutomation,
  rollBackAutomation,
  saveDraft,
  turnOnAutomation,
] as const;
