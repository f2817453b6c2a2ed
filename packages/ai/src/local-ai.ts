import type { Ai } from "./ai";
import { type ModelProcess, modelProcess } from "./child/model-process";
import { DIMENSIONS, EMBEDDING_MODEL } from "./minilm/embedding-model";

export type LocalAiOptions = {
  /** Where `child/main` is: its source, run by tsx, or a bundle of it. */
  childEntry: string;
  /** Where what is made once from the packaged weights is kept (23 MB). */
  cacheDirectory: string;
  /** How long the models stay in memory with nothing to do; five minutes unless told. */
  idleMilliseconds?: number;
  /** How many processes share the work, each with models of its own (370 MB while they are busy); one unless told. */
  processes?: number;
};

const IDLE_MILLISECONDS = 5 * 60_000;
/** As many texts as a person's question may bring; more is a document, and waits behind people. */
const INTERACTIVE_TEXTS = 4;

/**
 * All of `Ai` without a key or a network, by models that ship in packages. They run in a child process, so that
 * neither their memory nor a crash is the caller's.
 */
export function createLocalAi(options: LocalAiOptions): Ai {
  const { processes = 1, ...each } = options;
  const children = Array.from({ length: processes }, () =>
    modelProcess({ idleMilliseconds: IDLE_MILLISECONDS, ...each }),
  );
  // The first is asked when all have as little to do, so that few documents wake only one.
  const call: ModelProcess["call"] = (question, signal) =>
    leastBusy(children).call(question, signal);

  return {
    dimensions: DIMENSIONS,
    embeddingModel: EMBEDDING_MODEL,
    async embed(texts, signal) {
      if (texts.length === 0) return [];
      const lane = texts.length > INTERACTIVE_TEXTS ? "batch" : "interactive";
      return call<"embed">({ name: "embed", lane, input: texts }, signal);
    },
    async understand(document, taxonomy, signal) {
      const input = { document, taxonomy };
      return call<"understand">({ name: "understand", lane: "batch", input }, signal);
    },
    async *answer(input, signal) {
      yield* await call<"answer">({ name: "answer", lane: "interactive", input }, signal);
    },
    problem: () => null,
    async warm() {
      await call<"warm">({ name: "warm", lane: "interactive", input: null });
    },
    async close() {
      await Promise.all(children.map((child) => child.close()));
    },
  };
}

function leastBusy([first, ...others]: readonly ModelProcess[]): ModelProcess {
  if (!first) throw new RangeError("Local models need at least one process");
  return others.reduce((least, child) => (child.owed() < least.owed() ? child : least), first);
}
