import { conflict } from "../../errors";

/** Throws `CONFLICT` to an owner or admin for a person whose things a hold keeps. */
export function refuseHeldPerson(hold: { name: string } | null): void {
  if (hold)
    conflict(
      `What this person keeps here is held by “${hold.name}”`,
      "Ask an owner or admin to release the hold. Until then nothing of the person is deleted.",
    );
}

/** Throws `CONFLICT` to the held person, who must not learn of the hold. Owners and admins see the reason among the holds of the workspace. */
export function refuseToLetGo(hold: { name: string } | null): void {
  if (hold)
    conflict(
      "This cannot be done now",
      "Ask an owner or admin of your workspace. They can say more.",
    );
}
