import { AddressRefused } from "../guarded-address";
import { AnswerTooLarge, type GuardedFetch } from "../guarded-fetch";
import type { Downloaded } from "./webhook-words";

const MOST_BYTES = 50 * 1024 ** 2;
const TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 3;

/** Fetches a file from an address that a sender names. Each address on the way must be public. */
export async function downloadFile(
  url: string,
  guardedFetch: GuardedFetch,
): Promise<Downloaded | { trouble: string }> {
  try {
    const response = await guardedFetch(url, {
      timeoutMs: TIMEOUT_MS,
      mostBytes: MOST_BYTES,
      mostRedirects: MOST_REDIRECTS,
    });
    if (!response.ok) return { trouble: `The address answered ${response.status}` };
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      fileName: nameIn(response.headers.get("content-disposition")) ?? lastPart(url),
      mediaType: response.headers.get("content-type")?.split(";")[0] ?? "application/octet-stream",
    };
  } catch (error) {
    if (error instanceof AddressRefused) return { trouble: "The address is not public" };
    if (error instanceof AnswerTooLarge) return { trouble: "The file is larger than 50 MB" };
    return { trouble: "The address could not be reached" };
  }
}

function nameIn(disposition: string | null): string | null {
  return disposition?.match(/filename="([^"]{1,255})"/)?.[1] ?? null;
}

function lastPart(url: string): string {
  const part = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
