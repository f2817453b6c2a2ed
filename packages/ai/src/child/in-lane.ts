import { setImmediate } from "node:timers/promises";

import type { Lane, Lanes } from "../lanes";
import type { SentenceEncoder } from "../minilm/sentence-encoder";

/** Returns the same encoder, which waits for its turn before each text, lets messages in between, and stops when aborted. */
export function inLane(
  encoder: SentenceEncoder,
  lanes: Lanes,
  lane: Lane,
  signal: AbortSignal,
): SentenceEncoder {
  const turn = <T>(work: () => Promise<T>) =>
    lanes(lane, async () => {
      await setImmediate();
      signal.throwIfAborted();
      return work();
    });

  return {
    dimensions: encoder.dimensions,
    encode: (text) => turn(() => encoder.encode(text)),
    encodeTokens: (text) => turn(() => encoder.encodeTokens(text)),
    countTokens: encoder.countTokens,
    close: encoder.close,
  };
}
