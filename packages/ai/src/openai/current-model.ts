import { statusOf } from "../outside/failures";
import { checkNamedModel, chooseModel, type OfferedModel } from "./choose-model";

import { ModelProblem } from "./model-problem";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

type Options = {
  /** Lists the models that the provider offers. Rejects if the provider does not answer. */
  list: () => Promise<OfferedModel[]>;
  /** The model that a person named, or null if BeSunny chooses from the list. */
  named: string | null;
  clock: () => Date;
  /** Called with a sentence that a model ends soon, once for each time the list was read. */
  onWarning?: ((sentence: string) => void) | undefined;
};

/** Holds the model in use. Reads the provider's list at the first use and then once a day, never before. */
export function createCurrentModel({ list, named, clock, onWarning }: Options) {
  let kept: { model: string; until: number } | null = null;
  let refused: { problem: ModelProblem; until: number } | null = null;
  let pending: Promise<string> | null = null;

  function keep(model: string, milliseconds: number): string {
    kept = { model, until: clock().getTime() + milliseconds };
    refused = null;
    return model;
  }

  /**
   * Returns the model to use if the list cannot be read: the named one, or the one chosen before. Throws `cause`, or a `ModelProblem` if
   * the server has no list.
   */
  function withoutList(cause: unknown): string {
    if (named) return keep(named, DAY_MS);
    if (kept) return keep(kept.model, MINUTE_MS);
    if (![404, 405, 501].includes(statusOf(cause) ?? 0)) throw cause;
    throw new ModelProblem(
      "The server does not say which models it offers. Set OPENAI_MODEL to one of them.",
      { cause },
    );
  }

  async function choose(): Promise<string> {
    let offered: OfferedModel[];
    try {
      offered = await list();
    } catch (error) {
      return withoutList(error);
    }
    try {
      if (!named) return keep(chooseModel(offered, clock()), DAY_MS);
      const warning = checkNamedModel(named, offered, clock());
      if (warning) onWarning?.(warning);
      return keep(named, DAY_MS);
    } catch (error) {
      kept = null;
      if (error instanceof ModelProblem)
        refused = { problem: error, until: clock().getTime() + MINUTE_MS };
      throw error;
    }
  }

  return {
    /** Returns the model's name. Rejects with a `ModelProblem` if no model can be used. */
    async name(): Promise<string> {
      const now = clock().getTime();
      if (kept && now < kept.until) return kept.model;
      if (refused && now < refused.until) throw refused.problem;
      pending ??= choose().finally(() => {
        pending = null;
      });
      return pending;
    },
    /** Forgets the model, because the provider no longer has it. The next use reads the list again. */
    forget(): void {
      kept = null;
    },
  };
}
