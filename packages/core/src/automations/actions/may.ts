import type { Action } from "../../access/actions";
import { may as mayDoIn } from "../../access/policy";
import { mayDo } from "../../access/rights";
import type { Plan, PlanWorld, Subject } from "./action";

/** Returns why the owner of the automation may not do this to the document; null if they may. */
export function refusedTo(
  { actor }: PlanWorld,
  { document }: Subject,
  action: Action,
): Plan | null {
  if (document.trashedAt) return { kind: "refused", because: "The document is in the trash." };
  if (mayDoIn(actor, action) && mayDo(actor, action, document)) return null;
  return { kind: "refused", because: `${actor.name} may not change this document.` };
}
