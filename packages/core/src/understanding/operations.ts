import { addCardField } from "./add-card-field";
import { changeCardField } from "./change-card-field";
import { findCardChanges } from "./find-card-changes";
import { getCard } from "./get-card";
import { listClassifications } from "./list-classifications";
import { listTypes } from "./list-types";
import { removeCardField } from "./remove-card-field";
import { switchCardField } from "./switch-card-field";

/** Every operation of the slice. */
export const understandingOperations = [
  addCardField,
  changeCardField,
  findCardChanges,
  getCard,
  listClassifications,
  listTypes,
  removeCardField,
  switchCardField,
] as const;
