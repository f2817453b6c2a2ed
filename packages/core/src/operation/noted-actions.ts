import { AsyncLocalStorage } from "node:async_hooks";

import type { Action } from "../access/actions";

const notes = new AsyncLocalStorage<Set<Action>>();

/** Notes an action that was allowed; every operation calls it. Has an effect only within `notingActions`. */
export function noteAction(action: Action): void {
  notes.getStore()?.add(action);
}

/** Does the work. Returns its result and every action that was allowed on the way. */
export async function notingActions<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; actions: Action[] }> {
  const noted = new Set<Action>();
  const result = await notes.run(noted, work);
  return { result, actions: [...noted] };
}
