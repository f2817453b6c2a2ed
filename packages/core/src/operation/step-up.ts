import { AppError } from "../errors";

/** Minutes for which a proof of who somebody is counts as fresh. */
const FRESH_MINUTES = 10;

/** Throws `STEP_UP_NEEDED` if the person has not proven within the last minutes who they are. */
export function refuseStale(confirmedAt: Date | undefined, now: Date): void {
  if (confirmedAt && now.getTime() - confirmedAt.getTime() <= FRESH_MINUTES * 60_000) return;
  throw new AppError("STEP_UP_NEEDED", "This needs a fresh proof that it is you", {
    hint: "Confirm with your password, a code or a passkey, and try again.",
  });
}
