import type { IdentityContext } from "../../context";

/** Starts work that the answer does not wait for, so that the time of the answer shows nothing about an account. Logs failures. */
export function later(
  { log }: Pick<IdentityContext, "log">,
  what: string,
  work: () => Promise<unknown>,
): void {
  work().catch((error: unknown) => log.error({ error }, `${what} failed`));
}
