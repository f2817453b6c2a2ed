import { getSpending } from "@besunny/core/costs/get-spending";
import { listBudgets } from "@besunny/core/costs/list-budgets";
import { listCalls } from "@besunny/core/costs/list-calls";
import { listDegraded } from "@besunny/core/costs/list-degraded";
import { addPrice } from "@besunny/core/costs/platform/add-price";
import { getAllSpending } from "@besunny/core/costs/platform/get-all-spending";
import { listAllBudgets } from "@besunny/core/costs/platform/list-all-budgets";
import { listAllCalls } from "@besunny/core/costs/platform/list-all-calls";
import { listPrices } from "@besunny/core/costs/platform/list-prices";
import { listRetirements } from "@besunny/core/costs/platform/list-retirements";
import { putRetirement } from "@besunny/core/costs/platform/put-retirement";
import { removeRetirement } from "@besunny/core/costs/platform/remove-retirement";
import { putBudget } from "@besunny/core/costs/put-budget";
import { removeBudget } from "@besunny/core/costs/remove-budget";
import { setUnknownPrice } from "@besunny/core/costs/set-unknown-price";

import { router } from "../init";
import { mutation, platformMutation, platformQuery, query } from "../operations";

export const costsRouter = router({
  spending: query(getSpending),
  calls: query(listCalls),
  budgets: query(listBudgets),
  degraded: query(listDegraded),
  putBudget: mutation(putBudget),
  removeBudget: mutation(removeBudget),
  setUnknownPrice: mutation(setUnknownPrice),
});

export const adminCostsRouter = router({
  spending: platformQuery(getAllSpending),
  calls: platformQuery(listAllCalls),
  budgets: platformQuery(listAllBudgets),
  prices: platformQuery(listPrices),
  addPrice: platformMutation(addPrice),
  retirements: platformQuery(listRetirements),
  putRetirement: platformMutation(putRetirement),
  removeRetirement: platformMutation(removeRetirement),
});
