/** A feature that admins can turn off. `expiresOn` is the day by which it should be part of the product or gone; null: it stays. */
export type Flag = {
  title: string;
  description: string;
  /** The part of the product that looks after it. */
  owner: string;
  expiresOn: string | null;
  /** True if it is on until an admin decides otherwise. */
  isOnByDefault: boolean;
};

/** Every flag of the product, in the order in which admins see them. */
export const flagNames = ["public-links", "sign-up"] as const;
export type FlagName = (typeof flagNames)[number];

export const flags: Readonly<Record<FlagName, Flag>> = {
  "public-links": {
    title: "Public links",
    description:
      "People make links that show one document to anyone who has them. While it is off, no link opens and none can be made.",
    owner: "sharing",
    expiresOn: null,
    isOnByDefault: true,
  },
  "sign-up": {
    title: "Sign-up",
    description:
      "Strangers make accounts of their own, as SIGN_UP allows. While it is off, people come in by invitation alone.",
    owner: "identity",
    expiresOn: null,
    isOnByDefault: true,
  },
};

/** The decision about a flag. Without one, the flag's default holds for everybody. */
export type FlagState = {
  /** Off for everybody, whatever else is decided. */
  isKilled: boolean;
  isOn: boolean;
  /** The share of people for whom it is on, from 0 to 100, where `isOn`. */
  percentage: number;
  /** Workspaces with a decision of their own. */
  workspaces: Readonly<Record<string, boolean>>;
};

/** The person and the workspace of a call; null where nobody is known yet. */
export type FlagSubject = { personId: string | null; workspaceId: string | null };

const SHARES = 100;

/**
 * Returns whether a flag is on for a subject. A kill goes first, then the workspace's own decision, then the platform's. A person stays on
 * the same side of a percentage. A call without a person counts by its workspace; one without both is on only at 100.
 */
export function decideFlag(name: FlagName, state: FlagState | undefined, subject: FlagSubject) {
  if (!state) return flags[name].isOnByDefault;
  if (state.isKilled) return false;
  const own = subject.workspaceId === null ? undefined : state.workspaces[subject.workspaceId];
  if (own !== undefined) return own;
  if (!state.isOn || state.percentage >= SHARES) return state.isOn;
  const id = subject.personId ?? subject.workspaceId;
  return id !== null && shareOf(`${name}:${id}`) < state.percentage;
}

/** Returns a number from 0 to 99 that is always the same for a text, by FNV-1a. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The low bits of FNV hardly change with the last letters; its finish mixes them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) % SHARES;
}
