import { getSpending } from "@besunny/core/costs/get-spending";
import { listBudgets } from "@besunny/core/costs/list-budgets";
import { listCalls } from "@besunny/core/costs/list-calls";
import { listDegraded } from "@besunny/core/costs/list-degraded";
import { listDocumentPlaces } from "@besunny/core/costs/list-document-places";
import { putBudget } from "@besunny/core/costs/put-budget";
import { removeBudget } from "@besunny/core/costs/remove-budget";
import { setUnknownPrice } from "@besunny/core/costs/set-unknown-price";
import { addPrice } from "@besunny/core/platform/costs/add-price";
import { getAllSpending } from "@besunny/core/platform/costs/get-all-spending";
import { listAllBudgets } from "@besunny/core/platform/costs/list-all-budgets";
import { listAllCalls } from "@besunny/core/platform/costs/list-all-calls";
import { listPrices } from "@besunny/core/platform/costs/list-prices";
import { listRetirements } from "@besunny/core/platform/costs/list-retirements";
import { putRetirement } from "@besunny/core/platform/costs/put-retirement";
import { removeRetirement } from "@besunny/core/platform/costs/remove-retirement";

import { router } from "../init";
import { mutation, platformMutation, platformQuery, query } from "../operations";

export const costsRouter = router({
  spending: query(getSpending),
  calls: query(listCalls),
  budgets: query(listBudgets),
  degraded: query(listDegraded),
  documentPlaces: query(listDocumentPlaces),
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
