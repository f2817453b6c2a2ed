import { createLanes } from "../lanes";
import { loadSentenceEncoder, type SentenceEncoder } from "../minilm/sentence-encoder";
import { embedAll } from "./embed-all";
import { inLane } from "./in-lane";
import type { Call, FromChild, ToChild } from "./messages";

/** Entry of the process that holds the local models. Its one argument is the cache directory. */
const cacheDirectory = process.argv[2];
if (cacheDirectory === undefined || !process.send)
  throw new Error("This is started by createLocalAi, with a cache directory");

const ALIVE_MILLISECONDS = 2_000;
const lanes = createLanes();
const running = new Map<number, AbortController>();
let encoder: Promise<SentenceEncoder> | undefined;

process.on("message", (message: ToChild) => {
  if (message.kind === "cancel") running.get(message.id)?.abort();
  else void answer(message.id, message.call);
});
// The parent process has exited, so nobody can ask this process any more.
process.once("disconnect", () => process.exit(0));
setInterval(() => send({ kind: "alive" }), ALIVE_MILLISECONDS).unref();

async function answer(id: number, call: Call): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    send({ kind: "result", id, output: await perform(call, controller.signal) });
  } catch (error) {
    send({ kind: "error", id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(id);
  }
}

/**
 * Loads the code that understands and answers only when a call needs it. A search needs only vectors and waits for this process to
 * start.
 */
async function perform(call: Call, signal: AbortSignal): Promise<unknown> {
  encoder ??= loadSentenceEncoder(cacheDirectory ?? "");
  const model = inLane(await encoder, lanes, call.lane, signal);
  switch (call.name) {
    case "warm": {
      await model.encode("warm");
      const [{ warmTypes }] = await Promise.all([
        import("../understanding/type/classify-type"),
        import("../understanding/understand-document"),
      ]);
      void warmTypes(inLane(await encoder, lanes, "batch", new AbortController().signal));
      return null;
    }
    case "embed":
      return embedAll(model, call.input);
    case "understand": {
      const { understandDocument } = await import("../understanding/understand-document");
      return understandDocument(call.input.document, call.input.taxonomy, model);
    }
    case "features": {
      const [{ viewChunks }, { featuresOf }] = await Promise.all([
        import("../understanding/document-view"),
        import("../understanding/type/nearest-features"),
      ]);
      return featuresOf({ document: call.input, chunks: await viewChunks(call.input, model) });
    }
    case "answer": {
      const { answerFrom } = await import("../answering/answer-from");
      return answerFrom(call.input, model);
    }
  }
}

function send(message: FromChild): void {
  if (process.connected) process.send?.(message);
}
