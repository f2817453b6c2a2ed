import type { Steps } from "../src/steps";

type Answers = { resumed?: () => void };

/**
 * Steps as a runner keeps them: what has ended is never done again, however often the function is called. `done` names each step.
 * `resumed` happens while a function waits for an event.
 */
export function keptSteps({ resumed = () => undefined }: Answers = {}) {
  const memos = new Map<string, unknown>();
  const done: string[] = [];

  /** The steps for one more call of the function; `dieAfter` so many fresh steps, as a killed process does. */
  function call({ dieAfter = Number.POSITIVE_INFINITY } = {}): Steps {
    const seen = new Map<string, number>();
    let fresh = 0;
    async function once<T>(id: string, work: () => Promise<T> | T): Promise<unknown> {
      const turn = seen.get(id) ?? 0;
      seen.set(id, turn + 1);
      const key = `${id}:${turn}`;
      if (memos.has(key)) return memos.get(key);
      if (fresh >= dieAfter) throw new Error("killed");
      fresh += 1;
      const value = await work();
      memos.set(key, value);
      done.push(id);
      return value;
    }
    return asSteps({
      run: (id: string, work: () => unknown) => once(id, work),
      waitForEvent: (id: string) => once(id, resumed),
    });
  }

  return { call, done };
}

/** Of all that a step can do, our functions use these two. */
function asSteps(steps: object): Steps {
  return steps as Steps;
}
