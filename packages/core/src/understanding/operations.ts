import { addCardField } from "./add-card-field";
import { changeCardField } from "./change-card-field";
import { changeType } from "./change-type";
import { createType } from "./create-type";
import { findCardChanges } from "./find-card-changes";
import { getCard } from "./get-card";
import { listAllTypes } from "./list-all-types";
import { listClassifications } from "./list-classifications";
import { listTypes } from "./list-types";
import { removeCardField } from "./remove-card-field";
import { removeType } from "./remove-type";
import { switchCardField } from "./switch-card-field";

/** Every operation of the slice. */
export const understandingOperations = [
  addCardField,
  changeCardField,
  findCardChanges,
  getCard,
  removeCardField,
  switchCardField,
  changeType,
  createType,
  listAllTypes,
  listClassifications,
  listTypes,
  removeType,
] as const;
