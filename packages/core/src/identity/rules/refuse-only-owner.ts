import { conflict } from "../../errors";

/** Refuses to close the account of the only owner of a workspace, and says which and what to do. */
export function refuseOnlyOwner(owned: readonly { name: string }[]): void {
  const [first, ...others] = owned;
  if (!first) return;
  const names = [first, ...others].map(({ name }) => name).join(", ");
  conflict(
    `You are the only owner of ${names}`,
    "Make somebody else an owner first, or ask the operator of BeSunny to remove the workspace.",
  );
}
