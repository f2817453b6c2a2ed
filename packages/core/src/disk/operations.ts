import { getDiskState } from "./get-disk-state";

/** Every operation of the slice. */
export const diskOperations = [getDiskState] as const;
