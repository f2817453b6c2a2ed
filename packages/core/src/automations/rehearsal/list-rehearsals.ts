import { z } from "zod";

import { notFound } from "../../errors";
import { automationId } from "../../ids";
import { query } from "../../operation/query";
import { readerOf } from "../contract/automation";
import { Rehearsal, toldRehearsal } from "./shapes";

const MOST = 25;

/** Lists the rehearsals of an automation, newest first. */
export const listRehearsals = query("automations.list-rehearsals", {
  title: "List rehearsals of an automation",
  permission: "automation.read",
  input: z.object({ id: automationId }),
  output: z.object({ items: z.array(Rehearsal) }),
  doors: ["web", "rest"],

  async handle({ automations, rehearsals, actor }, { id }) {
    const reader = readerOf(actor);
    if (!(await automations.find(id, reader))) notFound("Automation", id);
    return { items: (await rehearsals.list(id, reader, MOST)).map(toldRehearsal) };
  },
});
