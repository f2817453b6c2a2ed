import { askForMore } from "./ask-for-more";
import { countQuestion } from "./count-question";
import { exportUsage } from "./export-usage";
import { getUsage } from "./get-usage";
import { holdPages } from "./hold-pages";
import { listUsageEvents } from "./list-usage-events";
import { tellLevel } from "./tell-level";

/** Every operation of the slice. */
export const usageOperations = [
  askForMore,
  countQuestion,
  exportUsage,
  getUsage,
  holdPages,
  listUsageEvents,
  tellLevel,
] as const;
