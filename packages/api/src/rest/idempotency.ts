import { createHash } from "node:crypto";
import { invalidInput } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";
import { type Answer, answerOnce } from "@besunny/core/requests/contract/answer-once";

const writes = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * The writes whose answers are not kept. Asking a question changes nothing. Unlocking holds a password, and its stored fingerprint would
 * let somebody guess the password at leisure. A new API key is returned once and kept nowhere.
 */
const unremembered = /\/(ask|questions|unlock|keys)$/;

export const LONGEST_KEY = 255;

/** The caller's key for a write; undefined where there is none, or nothing is written. Throws `INVALID_INPUT` for one that is no key. */
export function idempotencyKeyOf(request: Request): string | undefined {
  if (!writes.has(request.method) || unremembered.test(new URL(request.url).pathname))
    return undefined;
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key === "" || (key && key.length > LONGEST_KEY))
    invalidInput("The header does not fit", [
      { path: "Idempotency-Key", message: `Give 1 to ${LONGEST_KEY} characters, or no key` },
    ]);
  return key;
}

/** Returns a hash of the method, the address and the content; two requests are the same if it is equal. */
export function fingerprintOf(request: Request, content: string): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256")
    .update(JSON.stringify([request.method, pathname, search, content]))
    .digest("hex");
}

/** Answers a write once for its key; the same again is answered from memory, and says so in `Idempotency-Replayed`. */
export async function once(
  ctx: Caller,
  request: Request,
  content: string,
  work: () => Promise<Response>,
): Promise<Response> {
  const key = idempotencyKeyOf(request);
  if (!key) return work();
  const fingerprint = fingerprintOf(request, content);
  const about = new URL(request.url).pathname;
  const { answer, isReplayed } = await answerOnce(ctx, { key, fingerprint, about }, async () =>
    kept(await work()),
  );
  return asResponse(answer, isReplayed);
}

async function kept(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, mediaType: headers.get("content-type"), body: await response.text() };
}

function asResponse({ status, mediaType, body }: Answer, isReplayed: boolean): Response {
  return new Response(status === 204 ? null : body, {
    status,
    headers: {
      ...(mediaType && { "content-type": mediaType }),
      ...(isReplayed && { "idempotency-replayed": "true" }),
    },
  });
}
