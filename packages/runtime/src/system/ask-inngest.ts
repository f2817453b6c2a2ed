import type { Env } from "../env";

const DEV_SERVER = "http://127.0.0.1:8288";
const CLOUD = "https://api.inngest.com";
const PATIENCE_MS = 10_000;

/** Asks the Inngest server that the variables name if it is well. Returns its address; throws when it does not answer well. */
export async function askInngest({ INNGEST_BASE_URL, INNGEST_DEV }: Env): Promise<string> {
  const server = INNGEST_BASE_URL ?? (INNGEST_DEV ? DEV_SERVER : CLOUD);
  const { ok, status } = await fetch(new URL("/health", server), {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!ok) throw new Error(`Inngest answered with status ${status}`);
  return `${new URL(server).host} answered`;
}
