import { redactionKinds } from "@besunny/document-model/statements/redaction-kinds";
import type { Ai } from "./ai";
import { alsoSearched } from "./answering/languages/gloss";
import { type ModelProcess, modelProcess } from "./child/model-process";
import { E5_MODEL } from "./e5/embedding-model";
import type { Lane } from "./lanes";
import { DIMENSIONS, EMBEDDING_MODEL } from "./minilm/embedding-model";
import { redactTexts } from "./redaction/redact-texts";
import { localProducer } from "./understanding/local-producer";
import { featuresVersion, meaningOf } from "./understanding/type/nearest-features";

export type LocalAiOptions = {
  /** Path of `child/main`: its source, which tsx runs, or a bundle of it. */
  childEntry: string;
  /** Folder for the file that is made once from the packaged weights (23 MB). */
  cacheDirectory: string;
  /** The folder of a model for many languages, which `addE5` filled. It embeds passages and questions in place of MiniLM. */
  e5Directory?: string;
  /** Milliseconds that the models stay in memory without work. Default: five minutes. */
  idleMilliseconds?: number;
  /** Number of child processes that share the work. Each has its own models (370 MB while busy). Default: one. */
  processes?: number;
};

const IDLE_MILLISECONDS = 5 * 60_000;
/** The most texts that count as a person's question. A call with more texts is a document and waits behind people. */
const INTERACTIVE_TEXTS = 4;
/** The most characters that a person waits for while what leaves is looked through. */
const INTERACTIVE_CHARACTERS = 30_000;
/** Passages whose vectors are kept between understanding and indexing, about 3 kB each. */
const MOST_KNOWN = 2_000;

/**
 * Returns an `Ai` that needs no key and no network: its models ship in packages. The models run in child processes, so their memory and
 * crashes do not affect the caller.
 */
export function createLocalAi(options: LocalAiOptions): Ai {
  const { processes = 1, ...each } = options;
  const children = Array.from({ length: processes }, () =>
    modelProcess({ idleMilliseconds: IDLE_MILLISECONDS, ...each }),
  );
  /** Vectors of the passages of documents that were just understood: the index asks for the same ones next. */
  const known = recentVectors(MOST_KNOWN);
  // If all have equally little to do, the first is called, so that few documents start only one child.
  const call: ModelProcess["call"] = (question, signal) =>
    leastBusy(children).call(question, signal);

  const embedded = (texts: readonly string[], lane: Lane, signal: AbortSignal | undefined) =>
    call<"embed">({ name: "embed", lane, input: { texts, role: "passage" } }, signal);

  return {
    dimensions: DIMENSIONS,
    embeddingModel: options.e5Directory ? E5_MODEL : EMBEDDING_MODEL,
    async embed(texts, signal) {
      const vectors = new Map(texts.map((text) => [text, known.get(text)]));
      const open = texts.filter((text) => !vectors.get(text));
      const lane = open.length > INTERACTIVE_TEXTS ? "batch" : "interactive";
      const fresh = open.length === 0 ? [] : await embedded(open, lane, signal);
      for (const [index, text] of open.entries()) vectors.set(text, fresh[index]);
      return texts.map((text) => {
        const vector = vectors.get(text);
        if (!vector) throw new Error("The local models gave no vector for a text");
        return vector;
      });
    },
    async embedQuestion(question, signal) {
      const input = { texts: [question], role: "query" as const };
      const [vector] = await call<"embed">({ name: "embed", lane: "interactive", input }, signal);
      if (!vector) throw new Error("The local models gave no vector for a question");
      return vector;
    },
    async understand(document, taxonomy, signal) {
      const input = { document, taxonomy };
      const { understanding, passages } = await call<"understand">(
        { name: "understand", lane: "batch", input },
        signal,
      );
      if (!options.e5Directory) for (const { text, vector } of passages) known.set(text, vector);
      return understanding;
    },
    async understandMeeting(input, signal) {
      return call<"meeting">({ name: "meeting", lane: "batch", input }, signal);
    },
    featuresVersion,
    meaningOf,
    async features(document, signal) {
      return call<"features">({ name: "features", lane: "batch", input: document }, signal);
    },
    async decideTypes(input, signal) {
      return call<"decide">({ name: "decide", lane: "batch", input }, signal);
    },
    modelsInUse: () => ({
      localModel: `${localProducer.model} ${localProducer.release}`,
      promptChecksum: "",
      provider: null,
    }),
    async trainHead(input, signal) {
      return call<"train">({ name: "train", lane: "batch", input }, signal);
    },
    async recalibrateHead(input, signal) {
      return call<"recalibrate">({ name: "recalibrate", lane: "batch", input }, signal);
    },
    async exportTuning(examples, now) {
      const { exportTuning } = await import("./hosted/export-tuning");
      return exportTuning(examples, now);
    },
    async mostHelpful(documents, most, signal) {
      const input = { documents, most };
      return call<"helpful">({ name: "helpful", lane: "interactive", input }, signal);
    },
    async groupAlike(input, signal) {
      return call<"group">({ name: "group", lane: "interactive", input }, signal);
    },
    async readValue(input) {
      const { readWritten } = await import("./understanding/written/read-written");
      return readWritten(input);
    },
    async *answer({ question, passages, retrieve }, signal) {
      const other = alsoSearched(question);
      const more = other === null ? [] : await retrieve?.(other, signal);
      const input = { question, passages: [...passages, ...(more ?? [])] };
      yield* await call<"answer">({ name: "answer", lane: "interactive", input }, signal);
    },
    async readAnswers({ question, passages }, signal) {
      const input = { question, passages };
      return call<"read">({ name: "read", lane: "interactive", input }, signal);
    },
    async readTables(input, signal) {
      return call<"tables">({ name: "tables", lane: "interactive", input }, signal);
    },
    async redact({ texts, actions, known = [] }, signal) {
      const kinds = redactionKinds.filter((kind) => actions[kind] !== "leave");
      if (kinds.length === 0) return { ...redactTexts(texts, [], actions), problems: [] };
      const size = texts.reduce((sum, text) => sum + text.length, 0);
      const lane = size > INTERACTIVE_CHARACTERS ? "batch" : "interactive";
      const input = { texts, known, kinds };
      const { details, problems } = await call<"details">({ name: "details", lane, input }, signal);
      return { ...redactTexts(texts, details, actions), problems };
    },
    async messagesFor(input) {
      const { messagesFor } = await import("./openai/messages-for");
      return messagesFor(input);
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

/** A map that forgets its oldest entries. */
function recentVectors(most: number) {
  const vectors = new Map<string, Float32Array>();
  return {
    get: (text: string) => vectors.get(text),
    set(text: string, vector: Float32Array) {
      vectors.set(text, vector);
      const oldest = vectors.keys().next();
      if (vectors.size > most && !oldest.done) vectors.delete(oldest.value);
    },
  };
}

function leastBusy([first, ...others]: readonly ModelProcess[]): ModelProcess {
  if (!first) throw new RangeError("Local models need at least one process");
  return others.reduce((least, child) => (child.owed() < least.owed() ? child : least), first);
}
