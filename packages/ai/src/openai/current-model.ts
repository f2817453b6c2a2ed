import { checkNamedModel, chooseModel, type OfferedModel } from "./choose-model";
import { statusOf } from "./explain-failure";
import { ModelProblem } from "./model-problem";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

type Options = {
  /** What the provider offers; rejects when it does not say. */
  list: () => Promise<OfferedModel[]>;
  /** What a person chose; null: BeSunny chooses from the list. */
  named: string | null;
  clock: () => Date;
  /** Told that a model ends soon, once for each time the list was read. */
  onWarning?: ((sentence: string) => void) | undefined;
};

/** Which model is asked now. The provider is asked for its list at the first use and then once a day, never before. */
export function createCurrentModel({ list, named, clock, onWarning }: Options) {
  let kept: { model: string; until: number } | null = null;
  let refused: { problem: ModelProblem; until: number } | null = null;
  let pending: Promise<string> | null = null;

  function keep(model: string, milliseconds: number): string {
    kept = { model, until: clock().getTime() + milliseconds };
    refused = null;
    return model;
  }

  /** A model that was named needs no list, and one that was chosen stays good while the list is away. */
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
    /** The model's name. Rejects with a `ModelProblem` where there is none to use. */
    async name(): Promise<string> {
      const now = clock().getTime();
      if (kept && now < kept.until) return kept.model;
      if (refused && now < refused.until) throw refused.problem;
      pending ??= choose().finally(() => {
        pending = null;
      });
      return pending;
    },
    /** The provider does not know the model any more: the next use reads the list anew. */
    forget(): void {
      kept = null;
    },
  };
}
