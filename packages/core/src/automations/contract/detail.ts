import type { Repositories } from "@besunny/db/database";
import type { z } from "zod";

import type { Actor } from "../../access/actor";
import { notFound } from "../../errors";
import type { Language } from "../../language";
import { type AutomationDetail, definitionOf, problemsOf, readerOf, summaryOf } from "./automation";
import { surroundingsOf, type WorldTools } from "./world";

type Tools = WorldTools & Pick<Repositories, "automations"> & { actor: Actor };

/** Returns an automation with its draft. Throws `NOT_FOUND`. */
export async function detailOf(
  tools: Tools,
  id: string,
  language: Language,
): Promise<z.infer<typeof AutomationDetail>> {
  const { automations, actor } = tools;
  const reader = readerOf(actor);
  const row = (await automations.find(id, reader)) ?? notFound("Automation", id);
  const surroundings = await surroundingsOf(tools, reader);
  const definition = definitionOf(row.draft);
  return {
    ...summaryOf(row, definition, { actor, surroundings, language }),
    definition,
    problems: problemsOf(definition, surroundings),
  };
}
