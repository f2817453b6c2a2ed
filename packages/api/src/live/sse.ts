const PING_EVERY_MS = 20_000;

export type ServerEvent = { event?: string; id?: string; data: unknown };

/**
 * An event stream (HTML, server-sent events). `events` is stopped by its signal when the reader goes away or `outer` is aborted; comments
 * keep the line open. When `events` ends or fails, so does the stream.
 */
export function sse(
  outer: AbortSignal,
  events: (signal: AbortSignal) => AsyncGenerator<ServerEvent>,
  { pingEveryMs = PING_EVERY_MS }: { pingEveryMs?: number } = {},
): Response {
  const stopping = new AbortController();
  const signal = AbortSignal.any([outer, stopping.signal]);
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isCancelled = false;

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      send(": open\n\n");
      timer = setInterval(() => send(": ping\n\n"), pingEveryMs);
      void (async () => {
        for await (const event of events(signal)) send(format(event));
      })()
        .catch(() => undefined)
        .finally(() => {
          clearInterval(timer);
          if (!isCancelled) controller.close();
        });
    },
    cancel() {
      isCancelled = true;
      clearInterval(timer);
      stopping.abort();
    },
  });

  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function format({ event, id, data }: ServerEvent): string {
  const lines = [
    ...(event ? [`event: ${event}`] : []),
    ...(id ? [`id: ${id}`] : []),
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join("\n")}\n\n`;
}
