import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

import type { Content, Fault } from "../world";
import type { Answer } from "./asked";

const CHUNK = 64 * 1024;

/** Sends an answer, with the trouble that the fault makes on the way. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  fault: Fault["does"] | null,
  sent: { bytes: number },
): Promise<void> {
  if (fault?.kind === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault?.kind === "stall") await wait(fault.ms);
  const { content, part, type } = bodyOf(answer, fault);
  const from = part?.from ?? 0;
  const to = part?.to ?? content.size;
  // A shortened body that HTTP itself finds right: only its size and its hash tell.
  const end = fault?.kind === "wrong-length" ? Math.max(from, to - 3) : to;
  response.writeHead(answer.status ?? 200, {
    ...(type && { "content-type": type }),
    "content-length": String(end - from),
    ...answer.headers,
  });
  const stop = fault?.kind === "cut" ? Math.min(end, from + fault.afterBytes) : end;
  await pour(response, content, from, stop, sent);
  if (stop < end) response.destroy();
  else response.end();
}

function bodyOf(answer: Answer, fault: Fault["does"] | null) {
  if (answer.content) {
    return { content: answer.content, part: answer.part, type: "application/octet-stream" };
  }
  if (answer.json !== undefined) {
    const text = JSON.stringify(troubledList(answer, fault));
    return { content: plain(text), part: undefined, type: "application/json; charset=UTF-8" };
  }
  const type = answer.text === undefined ? null : "text/plain; charset=utf-8";
  return { content: plain(answer.text ?? ""), part: undefined, type };
}

/** Returns the page with one thing twice, or in the other order. */
function troubledList({ json, list }: Answer, fault: Fault["does"] | null): unknown {
  if (!list || (fault?.kind !== "duplicate-page" && fault?.kind !== "reorder")) return json;
  const page = json as Record<string, unknown[] | undefined>;
  const things = page[list] ?? [];
  const changed =
    fault.kind === "reorder" ? things.toReversed() : [...things, ...things.slice(0, 1)];
  return { ...page, [list]: changed };
}

function plain(text: string): Pick<Content, "size" | "bytes"> {
  const all = Buffer.from(text);
  return { size: all.length, bytes: (from = 0, to = all.length) => all.subarray(from, to) };
}

async function pour(
  response: ServerResponse,
  content: Pick<Content, "bytes">,
  from: number,
  to: number,
  sent: { bytes: number },
): Promise<void> {
  for (let at = from; at < to && !response.destroyed; at += CHUNK) {
    const bytes = content.bytes(at, Math.min(to, at + CHUNK));
    sent.bytes += bytes.byteLength;
    if (!response.write(bytes)) await drained(response);
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.on("drain", go).on("close", go);
  });
}
