import { comparisons } from "@besunny/rules/conditions";
import { triggerKinds } from "@besunny/rules/definition";
import { fieldKinds } from "@besunny/rules/fields";
import { z } from "zod";

import { query } from "../operation/query";
import { automationActions } from "./actions/registry";
import { readerOf } from "./contract/automation";
import { surroundingsOf } from "./contract/world";

const named = z.array(z.object({ id: z.string(), name: z.string() }));

/** Returns all that an automation can name here: triggers, fields with their comparisons, actions, types, projects, people and sources. */
export const getVocabulary = query("automations.get-vocabulary", {
  title: "Show what automations can name",
  permission: "automation.read",
  input: z.object({}),
  output: z.object({
    triggers: z.array(z.enum(triggerKinds)),
    fields: z.array(
      z.object({ path: z.string(), kind: z.enum(fieldKinds), label: z.string().nullable() }),
    ),
    comparisons: z.record(z.enum(fieldKinds), z.array(z.string())),
    actions: z.array(
      z.object({
        name: z.string(),
        isReversible: z.boolean(),
        input: z.record(z.string(), z.unknown()).meta({ description: "A JSON schema" }),
      }),
    ),
    types: z.array(z.string()),
    projects: named,
    people: named,
    sources: named,
    endpoints: named,
  }),
  doors: ["web", "rest"],

  async handle(tools) {
    const found = await surroundingsOf(tools, readerOf(tools.actor));
    return {
      triggers: [...triggerKinds],
      fields: found.catalogue.fields.map(({ path, kind, label = null }) => ({ path, kind, label })),
      comparisons: {
        text: [...comparisons.text],
        word: [...comparisons.word],
        number: [...comparisons.number],
        date: [...comparisons.date],
        yesno: [...comparisons.yesno],
        list: [...comparisons.list],
      },
      actions: automationActions.map(({ name, isReversible, input }) => ({
        name,
        isReversible,
        input: z.toJSONSchema(input, { io: "input" }),
      })),
      types: found.types,
      projects: found.projects.map(({ id, name }) => ({ id, name })),
      people: found.people.map(({ id, name }) => ({ id, name })),
      sources: found.sources,
      endpoints: found.endpoints.map(({ id, name }) => ({ id, name })),
    };
  },
});
