import type { Source } from "./source";

/** Returns how a source is, for people: its state, and what holds it or keeps it busy. */
export type ShownState =
  | "asking"
  | "stopped"
  | "paused"
  | "heldBack"
  | "listing"
  | "catchingUp"
  | "fetching"
  | "live";

type Facts = Pick<Source, "state" | "phase" | "blockedUntil"> & {
  counts: Pick<Source["counts"], "waiting" | "processing">;
};

/** Returns the state that matters most to a person at this moment. */
export function shownStateOf({ state, phase, blockedUntil, counts }: Facts, now: Date): ShownState {
  if (state === "asking" || state === "stopped" || state === "paused") return state;
  if (blockedUntil && blockedUntil > now) return "heldBack";
  if (phase === "catching-up") return "catchingUp";
  if (state === "listing" || phase === "listing") return "listing";
  return counts.waiting + counts.processing > 0 ? "fetching" : "live";
}

/** True while a source changes by itself, so that its page is read again often. */
export function isBusy(state: ShownState): boolean {
  return state === "listing" || state === "catchingUp" || state === "fetching";
}
