import { down } from "./errors";

/** How to stop a request: the caller's signal, or the end of patience. */
export type Stop = { signal: AbortSignal };

/** Runs a request until it answers, and stops it after so many milliseconds without an answer. */
export async function patiently<Result>(
  ms: number,
  signal: AbortSignal | undefined,
  act: (stop: Stop) => Promise<Result>,
): Promise<Result> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), ms);
  try {
    return await act({ signal: signal ? AbortSignal.any([signal, end.signal]) : end.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Yields the parts of a body, and fails if one is not there after so many milliseconds. The time that its taker needs does not count. */
export async function* partsOf<Part>(body: AsyncIterable<Part>, ms: number): AsyncGenerator<Part> {
  const parts = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const part = await within(ms, parts.next());
      if (part.done) return;
      yield part.value;
    }
  } finally {
    if ("destroy" in body && typeof body.destroy === "function") body.destroy();
  }
}

function within<Result>(ms: number, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(down()), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
