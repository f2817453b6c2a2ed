import type { E5Encoder } from "../e5/e5-model";
import { createLanes } from "../lanes";
import { loadSentenceEncoder, type SentenceEncoder } from "../minilm/sentence-encoder";
import { embedAll } from "./embed-all";
import { inLane, turns } from "./in-lane";
import type { Call, FromChild, ToChild } from "./messages";

/** Entry of the process that holds the local models. Its arguments: the cache directory and, if passages are embedded by E5, E5's folder. */
const [, , cacheDirectory, e5Directory] = process.argv;
if (cacheDirectory === undefined || !process.send)
  throw new Error("This is started by createLocalAi, with a cache directory");

const ALIVE_MILLISECONDS = 2_000;
const lanes = createLanes();
const running = new Map<number, AbortController>();
let encoder: Promise<SentenceEncoder> | undefined;
let e5: Promise<E5Encoder> | undefined;

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
  if (
    call.name === "train" ||
    call.name === "recalibrate" ||
    call.name === "helpful" ||
    call.name === "group"
  )
    return learn(call, signal);
  if (call.name === "embed" && e5Directory) return embedByE5(e5Directory, call, signal);
  encoder ??= loadSentenceEncoder(cacheDirectory ?? "");
  const model = inLane(await encoder, lanes, call.lane, signal);
  switch (call.name) {
    case "warm": {
      await model.encode("warm");
      if (e5Directory)
        await embedByE5(e5Directory, { ...call, name: "embed", input: warmth }, signal);
      const [{ warmTypes }, , { loadReader }] = await Promise.all([
        import("../understanding/type/classify-type"),
        import("../understanding/understand-document"),
        import("../answering/reader/reader"),
      ]);
      await loadReader(await encoder);
      void warmTypes(inLane(await encoder, lanes, "batch", new AbortController().signal));
      return null;
    }
    case "embed":
      return embedAll(model.encode, call.input.texts);
    case "understand": {
      const { understandDocument } = await import("../understanding/understand-document");
      return understandDocument(call.input.document, call.input.taxonomy, model);
    }
    case "meeting": {
      const { understandMeeting } = await import("../meetings/understand-meeting");
      return understandMeeting(call.input, model);
    }
    case "features": {
      const [{ viewChunks }, { featuresOf }] = await Promise.all([
        import("../understanding/document-view"),
        import("../understanding/type/nearest-features"),
      ]);
      return featuresOf({ document: call.input, chunks: await viewChunks(call.input, model) });
    }
    case "decide": {
      const { decideAll } = await import("../understanding/decide/decide-all");
      return decideAll(call.input, model.inTurn);
    }
    case "answer": {
      const { answerFrom } = await import("../answering/answer-from");
      return answerFrom(call.input, model);
    }
    case "read": {
      const { readAnswers } = await import("../answering/read-answers");
      return readAnswers(call.input, model);
    }
    case "tables": {
      const { readTables } = await import("../answering/tables/read-tables");
      return readTables(call.input, model);
    }
    case "details": {
      const { findInTexts } = await import("../redaction/detect/find-in-texts");
      return findInTexts(call.input, model);
    }
  }
}

/** Does work on labelled documents, for which no model need be loaded. */
async function learn(
  call: Extract<Call, { name: "train" | "recalibrate" | "helpful" | "group" }>,
  signal: AbortSignal,
): Promise<unknown> {
  const turn = turns(lanes, call.lane, signal);
  const { trainHead } = await import("../heads/train-head");
  const { mostHelpful } = await import("../heads/most-helpful");
  const { groupAlike } = await import("../heads/group-alike");
  if (call.name === "train") return trainHead(call.input, () => turn(async () => {}));
  return turn(async () => {
    if (call.name === "recalibrate") {
      const { recalibrateHead } = await import("../heads/recalibrate-head");
      return recalibrateHead(call.input);
    }
    if (call.name === "helpful") return mostHelpful(call.input.documents, call.input.most);
    return groupAlike(call.input);
  });
}

const warmth = { texts: ["warm"], role: "query" } as const;

async function embedByE5(
  directory: string,
  { lane, input }: Extract<Call, { name: "embed" }>,
  signal: AbortSignal,
): Promise<Float32Array[]> {
  e5 ??= import("../e5/e5-model").then(({ loadE5 }) => loadE5(directory));
  const { encode } = await e5;
  const turn = turns(lanes, lane, signal);
  return embedAll((text) => turn(() => encode(text, input.role)), input.texts);
}

function send(message: FromChild): void {
  if (process.connected) process.send?.(message);
}
