import { claimKey } from "./claim-key";
import { releaseKey } from "./release-key";
import { seeAgain } from "./see-again";
import { settleKey } from "./settle-key";

/** Every operation of the slice. */
export const requestsOperations = [claimKey, releaseKey, seeAgain, settleKey] as const;
