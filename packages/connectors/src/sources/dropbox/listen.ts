import { setTimeout as sleep } from "node:timers/promises";

import type { Account } from "../source";
import { createDropboxOpener, type DropboxTools } from "./client";

const WAIT_SECONDS = 120;
/** Dropbox adds up to 90 seconds to what is asked, so that not all come back at once. */
const JITTER_SECONDS = 90;

/** Waits for changes again and again, until the signal is aborted. A wait takes no token, and Dropbox says how long to stay away after it. */
export async function listen(
  tools: DropboxTools,
  { account, cursorNow }: { account: Account; cursorNow: () => Promise<string> },
  onNews: () => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    let cursor = await cursorNow();
    for (;;) {
      const { hasChanges, backoffSeconds } = await waitForChange(tools, account, cursor, signal);
      if (hasChanges) {
        cursor = await cursorNow();
        onNews();
      }
      if (backoffSeconds > 0) await sleep(backoffSeconds * 1000, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function waitForChange(
  tools: DropboxTools,
  account: Account,
  cursor: string,
  signal: AbortSignal,
): Promise<{ hasChanges: boolean; backoffSeconds: number }> {
  const patience = (WAIT_SECONDS + 2 * JITTER_SECONDS) * 1000;
  const box = createDropboxOpener({ ...tools, patience })(account, signal);
  const { changes, backoff = 0 } = await box.openly((sdk) =>
    sdk.filesListFolderLongpoll({ cursor, timeout: WAIT_SECONDS }),
  );
  return { hasChanges: changes, backoffSeconds: backoff };
}
