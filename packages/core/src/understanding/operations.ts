import { changeType } from "./change-type";
import { createType } from "./create-type";
import { listAllTypes } from "./list-all-types";
import { listClassifications } from "./list-classifications";
import { listTypes } from "./list-types";
import { removeType } from "./remove-type";

/** Every operation of the slice. */
export const understandingOperations = [
  changeType,
  createType,
  listAllTypes,
  listClassifications,
  listTypes,
  removeType,
] as const;
