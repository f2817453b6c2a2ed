import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { experimentId } from "../../ids";
import { triedRoles } from "../../models/contract/promote";
import { command } from "../../operation/command";
import { Experiment, experimentOf } from "../contract/experiment";

/** Ends an experiment without a decision. The release that decides goes on; what was measured is kept. */
export const stopExperiment = command("trials.stop-experiment", {
  title: "Stop an experiment",
  permission: "release.manage",
  input: z.object({ id: experimentId, reason: z.string().trim().max(500).default("") }),
  output: Experiment,
  doors: ["web"],

  async handle({ releases, experiments, clock, changed }, { id, reason }) {
    const found = (await experiments.find(id)) ?? notFound("Experiment", id);
    const end = { state: "stopped", decision: null, reason, endedAt: clock() };
    if (!(await experiments.end(id, end))) conflict("The experiment has ended already");
    await releases.removeRoles(triedRoles);
    changed({ subject: id, before: { state: found.state }, after: { state: "stopped", reason } });
    return experimentOf({ ...found, ...end });
  },
});
