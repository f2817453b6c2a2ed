import type { IdentityContext } from "../../context";

/** Does what the answer must not wait for, so that how long it takes tells nothing about an account. What fails is logged. */
export function later(
  { log }: Pick<IdentityContext, "log">,
  what: string,
  work: () => Promise<unknown>,
): void {
  work().catch((error: unknown) => log.error({ error }, `${what} failed`));
}
