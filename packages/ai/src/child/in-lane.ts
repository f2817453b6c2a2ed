import { setImmediate } from "node:timers/promises";

import type { Lane, Lanes } from "../lanes";
import type { SentenceEncoder } from "../minilm/sentence-encoder";

/** Returns a function that does each piece of work in its turn: it lets messages in between, and stops when aborted. */
export function turns(lanes: Lanes, lane: Lane, signal: AbortSignal) {
  return <T>(work: () => Promise<T>): Promise<T> =>
    lanes(lane, async () => {
      await setImmediate();
      signal.throwIfAborted();
      return work();
    });
}

/** Returns the same encoder, which waits for its turn before each text, lets messages in between, and stops when aborted. */
export function inLane(
  encoder: SentenceEncoder,
  lanes: Lanes,
  lane: Lane,
  signal: AbortSignal,
): SentenceEncoder {
  const turn = turns(lanes, lane, signal);
  return {
    dimensions: encoder.dimensions,
    encode: (text) => turn(() => encoder.encode(text)),
    encodeTokens: (text) => turn(() => encoder.encodeTokens(text)),
    inTurn: turn,
    cacheDirectory: encoder.cacheDirectory,
    split: encoder.split,
    countTokens: encoder.countTokens,
    close: encoder.close,
  };
}
