import { getSpending } from "./get-spending";
import { listBudgets } from "./list-budgets";
import { listCalls } from "./list-calls";
import { listDegraded } from "./list-degraded";
import { listDocumentPlaces } from "./list-document-places";
import { putBudget } from "./put-budget";
import { removeBudget } from "./remove-budget";
import { setUnknownPrice } from "./set-unknown-price";
import { tellBudgetLevels } from "./tell-budget-levels";
import { tellRetirement } from "./tell-retirement";

/** Every operation of the slice. */
export const costsOperations = [
  getSpending,
  listBudgets,
  listCalls,
  listDegraded,
  listDocumentPlaces,
  putBudget,
  removeBudget,
  setUnknownPrice,
  tellBudgetLevels,
  tellRetirement,
] as const;
