import type { Ai } from "./ai";
import { type ModelProcess, modelProcess } from "./child/model-process";
import { DIMENSIONS, EMBEDDING_MODEL } from "./minilm/embedding-model";
import { featuresVersion } from "./understanding/type/nearest-features";

export type LocalAiOptions = {
  /** Path of `child/main`: its source, which tsx runs, or a bundle of it. */
  childEntry: string;
  /** Folder for the file that is made once from the packaged weights (23 MB). */
  cacheDirectory: string;
  /** Milliseconds that the models stay in memory without work. Default: five minutes. */
  idleMilliseconds?: number;
  /** Number of child processes that share the work. Each has its own models (370 MB while busy). Default: one. */
  processes?: number;
};

const IDLE_MILLISECONDS = 5 * 60_000;
/** The most texts that count as a person's question. A call with more texts is a document and waits behind people. */
const INTERACTIVE_TEXTS = 4;

/**
 * Returns an `Ai` that needs no key and no network: its models ship in packages. The models run in child processes, so their memory and
 * crashes do not affect the caller.
 */
export function createLocalAi(options: LocalAiOptions): Ai {
  const { processes = 1, ...each } = options;
  const children = Array.from({ length: processes }, () =>
    modelProcess({ idleMilliseconds: IDLE_MILLISECONDS, ...each }),
  );
  // If all have equally little to do, the first is called, so that few documents start only one child.
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
    featuresVersion,
    async features(document, signal) {
      return call<"features">({ name: "features", lane: "batch", input: document }, signal);
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
