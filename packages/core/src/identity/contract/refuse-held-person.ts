import { conflict } from "../../errors";

/** Throws `CONFLICT` for a person whose things a hold keeps. */
export function refuseHeldPerson(hold: { name: string } | null): void {
  if (hold)
    conflict(
      `What this person keeps here is held by “${hold.name}”`,
      "Ask an owner or admin to release the hold. Until then nothing of the person is deleted.",
    );
}
