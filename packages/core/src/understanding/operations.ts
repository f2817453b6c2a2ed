import { listClassifications } from "./list-classifications";
import { listTypes } from "./list-types";

/** Every operation of the slice. */
export const understandingOperations = [listClassifications, listTypes] as const;
