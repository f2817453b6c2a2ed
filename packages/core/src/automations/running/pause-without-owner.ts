import { z } from "zod";

import { automationId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { pauseBecause } from "../contract/pause-because";

/** Pauses an automation whose owner has left the workspace: it may do what its owner may, and that is nothing now. */
export const pauseWithoutOwner = command("automations.pause-without-owner", {
  title: "Pause an automation without an owner",
  permission: "automation.work",
  input: z.object({ id: automationId }),
  output: nothing,
  doors: [],

  async handle(tools, { id }) {
    const row = await tools.automations.findAny(id);
    if (row?.state === "on") await pauseBecause(tools, row, "owner");
  },
});
