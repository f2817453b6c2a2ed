import { getSpending } from "./get-spending";
import { listBudgets } from "./list-budgets";
import { listCalls } from "./list-calls";
import { listDegraded } from "./list-degraded";
import { addPrice } from "./platform/add-price";
import { getAllSpending } from "./platform/get-all-spending";
import { listAllBudgets } from "./platform/list-all-budgets";
import { listAllCalls } from "./platform/list-all-calls";
import { listPrices } from "./platform/list-prices";
import { listRetirements } from "./platform/list-retirements";
import { putRetirement } from "./platform/put-retirement";
import { removeRetirement } from "./platform/remove-retirement";
import { putBudget } from "./put-budget";
import { removeBudget } from "./remove-budget";
import { setUnknownPrice } from "./set-unknown-price";
import { tellBudgetLevels } from "./tell-budget-levels";
import { tellRetirement } from "./tell-retirement";

/** Every operation of the slice. */
export const costsOperations = [
  addPrice,
  getAllSpending,
  getSpending,
  listAllBudgets,
  listAllCalls,
  listBudgets,
  listCalls,
  listDegraded,
  listPrices,
  listRetirements,
  putBudget,
  putRetirement,
  removeBudget,
  removeRetirement,
  setUnknownPrice,
  tellBudgetLevels,
  tellRetirement,
] as const;
