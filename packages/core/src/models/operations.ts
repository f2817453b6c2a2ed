import { fallBack } from "./releases/fall-back";
import { findReleaseInUse } from "./releases/find-release-in-use";
import { nameRelease } from "./releases/name-release";

/** Every operation of the slice. */
export const modelsOperations = [fallBack, findReleaseInUse, nameRelease] as const;
