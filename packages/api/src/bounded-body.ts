import { AppError } from "@besunny/core/errors";

/** Bodies of so many bytes are small: they are here in `WHOLE_MS`, or they are not waited for. */
const SMALL_BODY_BYTES = 1024 ** 2;
const STALL_MS = 20_000;
const WHOLE_MS = 30_000;

export type BodyBounds = {
  mostBytes: number;
  /** Makes the error for a larger body. */
  tooLarge?: () => AppError;
  /** The longest pause between two bytes (`stallMs`) and the longest time for a small body (`wholeMs`), in milliseconds. */
  stallMs?: number;
  wholeMs?: number;
};

/**
 * Returns the same request with a body whose bytes are counted as they are read. Reading fails with `TOO_LARGE` beyond `mostBytes`, declared
 * or real, and with `TIMEOUT` if the body stalls. The rest of the body stays unread, so that the request can still be answered. Then the
 * server ends the connection.
 */
export function boundedBody(request: Request, bounds: BodyBounds): Request {
  const { body, url, method, headers, signal } = request;
  if (!body) return request;
  const bounded = boundedStream(body, headers, bounds);
  // From its parts: what Next hands over only looks like a request, and cannot be copied as one.
  return new Request(url, asInit({ method, headers, signal, body: bounded, duplex: "half" }));
}

function boundedStream(
  body: ReadableStream<Uint8Array>,
  headers: Headers,
  {
    mostBytes,
    stallMs = STALL_MS,
    wholeMs = WHOLE_MS,
    tooLarge = tooLargeFor(mostBytes),
  }: BodyBounds,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const isDeclaredTooLarge = Number(headers.get("content-length") ?? 0) > mostBytes;
  const isSmall = mostBytes <= SMALL_BODY_BYTES;
  let bytes = 0;
  let deadline: number | undefined;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        deadline ??= isSmall ? Date.now() + wholeMs : Number.POSITIVE_INFINITY;
        if (isDeclaredTooLarge) throw tooLarge();
        const waitMs = Math.min(stallMs, deadline - Date.now());
        const { done, value } = await within(waitMs, reader.read());
        if (done) return controller.close();
        bytes += value.byteLength;
        if (bytes > mostBytes) throw tooLarge();
        controller.enqueue(value);
      },
      // Cancelling the source, too, would close the connection before the answer is written.
      cancel: () => undefined,
    },
    // Nothing is read before somebody asks for it.
    { highWaterMark: 0 },
  );
}

function tooLargeFor(mostBytes: number): () => AppError {
  const most = mostBytes < 1024 ** 2 ? `${mostBytes / 1024} KB` : `${mostBytes / 1024 ** 2} MB`;
  return () => new AppError("TOO_LARGE", `The body is larger than ${most}`, { hint: "Send less." });
}

async function within<T>(waitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(slowBody()), Math.max(0, waitMs));
  });
  // Whatever becomes of it later, nobody listens any more.
  work.catch(() => undefined);
  return Promise.race([work, tooSlow]).finally(() => clearTimeout(timer));
}

function slowBody(): AppError {
  return new AppError("TIMEOUT", "The rest of the request did not come in time", {
    hint: "Check the connection and try again.",
  });
}

/** Node's fetch needs `duplex` for a streamed body; the types of the web platform do not know it. */
function asInit(init: RequestInit & { duplex: "half" }): RequestInit {
  return init;
}
