import { z } from "zod";

import { announceStates } from "../connections/contract/announce-states";
import { conflict } from "../errors";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { compareSoon, lookSoon } from "./contract/look-soon";
import { mustManageSource } from "./contract/must-manage";

/**
 * Answers the question of a source that found much gone. `remove`: it is meant so, and the documents go to the trash. `keep`: the documents stay, and
 * follow the source no more. `look-again`: it was a mistake there. After a root that is gone, `remove` and `keep` stop the source.
 */
export const answerBrake = command("sources.answer-brake", {
  title: "Answer what a source asks",
  permission: "source.manage",
  input: z.object({ id: sourceId, answer: z.enum(["remove", "keep", "look-again"]) }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, answer }) {
    const { sources, clock, changed } = tools;
    const found = await mustManageSource(tools, id);
    if (found.state !== "asking") conflict("This source asks nothing");
    await sources.clearQuestion(id);
    changed({ subject: id, before: { state: "asking" }, after: { answer } });
    const isRootGone = found.stateReason === "root-gone";
    const free = { ...found, claimedUntil: null };
    const isStopped = isRootGone && answer === "keep";
    const isListing = answer === "look-again" || isRootGone || found.phase === "catching-up";
    const state = isStopped ? "stopped" : isListing ? "listing" : "live";
    announceStates(tools, [{ id, state }]);
    if (answer === "look-again") return compareSoon(tools, free);
    if (isStopped) return sources.change(id, { state });
    await sources.change(id, {
      answer,
      state,
      ...(isRootGone && {
        // Nothing was seen in the generation that follows, so that all of it is gone.
        generation: found.generation + 1,
        phase: "catching-up",
        isCaughtUp: true,
        isTainted: false,
        stateReason: "root-gone",
      }),
    });
    await lookSoon(tools, { ...free, dueAt: clock() });
  },
});
