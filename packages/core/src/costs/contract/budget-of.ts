import { z } from "zod";

import {
  type BudgetPeriod,
  type BudgetSubject,
  budgetPeriods,
  budgetSubjects,
} from "./money-words";

const words = z.object({ subjectKind: z.enum(budgetSubjects), period: z.enum(budgetPeriods) });

/** Returns a stored budget with its words as clients know them. */
export function budgetOf<Row extends { subjectKind: string; period: string }>(
  row: Row,
): Row & { subjectKind: BudgetSubject; period: BudgetPeriod } {
  return { ...row, ...words.parse(row) };
}
