import { askForLook } from "./ask-for-look";
import { decideLook } from "./decide-look";
import { listLookedAt } from "./list-looked-at";
import { listLooks } from "./list-looks";
import { openLookedAt } from "./open-looked-at";

/** Every operation of the slice. */
export const looksOperations = [
  askForLook,
  decideLook,
  listLookedAt,
  listLooks,
  openLookedAt,
] as const;
