import { z } from "zod";

import { notFound } from "../../errors";
import { rehearsalId } from "../../ids";
import { query } from "../../operation/query";
import { readerOf } from "../contract/automation";
import { RehearsalDetail } from "./shapes";
import { toldDetail } from "./told-detail";

/** Returns a rehearsal: how many documents match, what would change, who would be asked, and with which automations it disagrees. */
export const getRehearsal = query("automations.get-rehearsal", {
  title: "Show a rehearsal",
  permission: "automation.read",
  input: z.object({ id: rehearsalId }),
  output: RehearsalDetail,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const row = await tools.rehearsals.find(id, readerOf(tools.actor));
    return toldDetail(tools, row ?? notFound("Rehearsal", id));
  },
});
