import { SourceFailure } from "../failures";
import type { Account } from "../source";
import { createDropboxOpener, type DropboxTools } from "./client";

/**
 * Waits until something changes below the root that a cursor is of, or until Dropbox ends the wait, and returns how long to stay away before the
 * next one. Dropbox adds up to 90 seconds to what is asked.
 */
export async function waitForChange(
  tools: DropboxTools,
  account: Account,
  since: string,
  { seconds = 120, signal }: { seconds?: number; signal: AbortSignal },
): Promise<{ hasChanges: boolean; backoffSeconds: number }> {
  if (seconds < 30 || seconds > 480) {
    throw new SourceFailure("refused", "Dropbox waits for 30 to 480 seconds.", { code: "timeout" });
  }
  const box = createDropboxOpener(tools)(account, signal);
  const { cursor } = JSON.parse(since) as { cursor: string };
  const { changes: hasChanges, backoff = 0 } = await box.openly((sdk) =>
    sdk.filesListFolderLongpoll({ cursor, timeout: seconds }),
  );
  return { hasChanges, backoffSeconds: backoff };
}
