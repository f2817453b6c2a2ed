import type { NextToApply } from "@besunny/db/automations/rehearsals";
import { z } from "zod";

import { rehearsalId } from "../../ids";
import type { Caller } from "../../operation/caller";
import { asPerson } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { ForeseenLine } from "../rehearsal/shapes";
import { isSame } from "../rehearsal/told-detail";
import { doStep } from "../running/do-step";
import { beginAppliedRun } from "./begin-applied-run";
import { findToApply, type ToApply } from "./find-to-apply";
import { type Again, foreseeAgain } from "./foresee-again";
import { refuseToApply } from "./refuse-to-apply";

const MOST_STEPS = 200;

/** Does what a rehearsal said with its next documents. A document that is not as it was is refused. Done again, it goes on where it stopped. */
export const applyPart = flow("automations.apply-part", {
  title: "Apply a part of a rehearsal",
  permission: "automation.work",
  input: z.object({ id: rehearsalId }),
  output: z.object({ isOver: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "Each run that begins leaves a row." },

  async handle({ caller }, { id }) {
    const found = await findToApply(caller, { id });
    if (!found) return { isOver: true };
    for (const item of found.items) await applyOne(caller, found, item, id);
    return { isOver: found.items.length === 0 && !found.isPaused };
  },
});

async function applyOne(
  caller: Caller,
  { automationId, version, definition, owner }: ToApply,
  { itemId, documentId, lines, fingerprint, runId }: NextToApply,
  traceId: string,
): Promise<void> {
  const isHandedOver = definition.nodes.some(({ kind }) => kind === "wait");
  if (runId !== null) return isHandedOver ? undefined : carryOn(caller, runId);
  const refuse = (because: string) => refuseToApply(caller, { itemId, because });
  if (!owner) return refuse("The owner of the automation has left the workspace.");
  const again = await foreseeAgain(asPerson(caller, owner, traceId), { definition, documentId });
  if (!again) return refuse(`${owner.name} does not see the document any more.`);
  const because = differenceOf(z.array(ForeseenLine).parse(lines), fingerprint, again);
  if (because !== null) return refuse(because);
  const begun = await beginAppliedRun(caller, {
    ...{ itemId, automationId, version, documentId, isHandedOver },
    start: definition.start,
    trace: again.trace,
  });
  if (begun.runId !== null) await carryOn(caller, begun.runId);
}

/** Returns why a document is not changed: it is not as it was rehearsed, or the same rule would do something else now. */
function differenceOf(
  lines: readonly ForeseenLine[],
  fingerprint: string,
  again: Again,
): string | null {
  // An attachment goes with its mail: what its own row says is done already.
  const changes = lines.flatMap(({ change, after }) =>
    change && after.length === 0 ? [change] : [],
  );
  const isDone =
    changes.length > 0 && again.isTrue && !again.lines.some(({ outcome }) => outcome !== "nothing");
  if (isDone) return null;
  if (fingerprint !== again.fingerprint) return "The document has changed since the rehearsal.";
  return again.isTrue && isSame(lines, again.lines)
    ? null
    : "The automation would do something else with it now.";
}

async function carryOn(caller: Caller, runId: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1)
    if ((await doStep(caller, { runId, node: null })).kind === "end") return;
}
