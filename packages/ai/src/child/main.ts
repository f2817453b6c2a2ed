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
// Whoever started this process has gone, and with it everyone who could ask.
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

/** A search needs vectors alone and waits for this process to start, so what reads and answers is loaded when it is asked for. */
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
    case "answer": {
      const { answerFrom } = await import("../answering/answer-from");
      return answerFrom(call.input, model);
    }
  }
}

function send(message: FromChild): void {
  if (process.connected) process.send?.(message);
}
