import { findOperation } from "@besunny/core/catalogue";

/** The points that a request costs. One that is paid may make a hosted model work. */
export type Cost = { points: number; isPaid: boolean };

export const FILE_COST: Cost = { points: 5, isPaid: false };
export const USUAL_COST: Cost = { points: 1, isPaid: false };
/** A question to a model costs what its operations do. */
const QUESTION_COST: Cost = { points: 10, isPaid: true };

/** Returns the cost of a request of REST: of a question 10, of a file 5, of a search 2, of everything else 1. */
export function costOf(method: string, path: string): Cost {
  if (path.endsWith("/ask")) return QUESTION_COST;
  if (method === "POST" && /\/documents(\/classify)?$/.test(path)) return FILE_COST;
  return path.endsWith("/search") ? { points: 2, isPaid: false } : USUAL_COST;
}

/** Returns the cost of calls of operations, by their names, as each declares it. */
export function costOfCalls(operations: readonly (string | undefined)[]): Cost {
  let points = 0;
  let isPaid = false;
  for (const name of operations) {
    const found = name === undefined ? undefined : findOperation(name);
    points += Math.max(1, found?.cost ?? 1);
    isPaid ||= found?.kind === "stream" && found.permission === "document.ask";
  }
  return { points, isPaid };
}
