import type { ContradictionReason } from "../../meetings/contract/decision";
import type { Claim } from "./claim";

const LEAST_SHARED = 2;
const LEAST_SHARED_DENIED = 3;

/**
 * Returns why a later claim contradicts a decision, or null. Both must be about the same: the words of one are among those of the other. What differs
 * in its subject contradicts nothing, so that little is missed by mistake and less is said by mistake. `isDecided` is true of a later decision.
 */
export function contradicts(
  decision: Claim,
  later: Claim,
  { isDecided }: { isDecided: boolean },
): ContradictionReason | null {
  if (!later.isClaimed) return null;
  const shared = [...decision.subject].filter((word) => later.subject.has(word)).length;
  if (shared < LEAST_SHARED) return null;
  if (isSetAside(decision, later)) return "replaced";
  const fewest = Math.min(decision.subject.size, later.subject.size);
  if (shared < fewest) return null;
  if (decision.isDenied !== later.isDenied)
    return isDecided || shared >= LEAST_SHARED_DENIED ? "opposite" : null;
  if (differs(decision.amounts, later.amounts)) return "amount";
  return differs(decision.days, later.days) ? "date" : null;
}

/** Says whether the later claim sets aside words of the decision, and is about the rest of it. */
function isSetAside(decision: Claim, later: Claim): boolean {
  const words = [...later.setAside];
  return (
    words.length > 0 &&
    !decision.isDenied &&
    words.every((word) => decision.subject.has(word)) &&
    [...decision.subject].some((word) => later.subject.has(word) && !later.setAside.has(word))
  );
}

/** Says whether both name figures of one kind, and none of them is the same. */
function differs(one: Claim["amounts"], other: Claim["amounts"]): boolean {
  return [...one].some(([kind, values]) => {
    const others = other.get(kind);
    return others !== undefined && ![...values].some((value) => others.has(value));
  });
}
