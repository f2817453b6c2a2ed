import { AsyncLocalStorage } from "node:async_hooks";

import type { Action } from "../access/actions";

const notes = new AsyncLocalStorage<Set<Action>>();

/** Said by every operation when it is allowed; of use only within `notingActions`. */
export function noteAction(action: Action): void {
  notes.getStore()?.add(action);
}

/** Does the work and gives, beside its result, every action that it was allowed on the way. */
export async function notingActions<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; actions: Action[] }> {
  const noted = new Set<Action>();
  const result = await notes.run(noted, work);
  return { result, actions: [...noted] };
}
