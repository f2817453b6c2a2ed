import type { Action } from "../meeting";

/** Somebody who can own an action: a member, or a name without an account here. */
export type OwnerChoice = { value: string; label: string };

export const NOBODY = "nobody";
export const OTHER = "other";

/** Returns the value under which an owner is in the list of choices. */
export function valueOfOwner(owner: Action["owner"]): string {
  if (!owner) return NOBODY;
  return owner.userId ? `user ${owner.userId}` : `name ${owner.name}`;
}

/** Returns whom one can choose: members, then names of the meeting that are no member's, then the owner as it is now. */
export function ownerChoices(
  members: readonly { userId: string; name: string }[],
  names: readonly string[],
  owner: Action["owner"],
): OwnerChoice[] {
  const known = new Set(members.map(({ name }) => name));
  const free = [...new Set([...names, ...(owner && !owner.userId ? [owner.name] : [])])];
  const choices = [
    ...members.map(({ userId, name }) => ({ value: `user ${userId}`, label: name })),
    ...free
      .filter((name) => !known.has(name))
      .map((name) => ({ value: `name ${name}`, label: name })),
  ];
  const now = valueOfOwner(owner);
  const isThere = owner === null || choices.some(({ value }) => value === now);
  return isThere ? choices : [...choices, { value: now, label: owner.name }];
}

/** Returns the owner that was chosen as commands take it. `other` is the name that was typed. */
export function chosenOwner(
  value: string,
  other: string,
): { userId: string } | { name: string } | null {
  if (value === NOBODY) return null;
  if (value === OTHER) return other.trim() ? { name: other.trim() } : null;
  const rest = value.slice(5);
  return value.startsWith("user ") ? { userId: rest } : { name: rest };
}
