import { sentenceOf } from "@besunny/rules/sentence";
import { z } from "zod";

import { notFound } from "../errors";
import { automationId } from "../ids";
import { query } from "../operation/query";
import { AutomationVersion, definitionOf, languageInput, readerOf } from "./contract/automation";
import { namingOf } from "./contract/naming";
import { surroundingsOf } from "./contract/world";

/** Lists the published versions of an automation, newest first: each as a sentence, with who published it and when. */
export const listVersions = query("automations.list-versions", {
  title: "List versions of an automation",
  permission: "automation.read",
  input: z.object({ id: automationId, language: languageInput }),
  output: z.object({ items: z.array(AutomationVersion) }),
  doors: ["web", "rest"],

  async handle(tools, { id, language }) {
    const { automations, actor } = tools;
    const reader = readerOf(actor);
    const row = (await automations.find(id, reader)) ?? notFound("Automation", id);
    const naming = namingOf(await surroundingsOf(tools, reader), language);
    const versions = await automations.versions(id);
    return {
      items: versions.map(({ number, definition: stored, note, madeBy, madeAt }) => {
        const definition = definitionOf(stored);
        const sentence = sentenceOf(definition, naming);
        const isPublished = number === row.publishedVersion;
        return { number, definition, sentence, note, madeBy, madeAt, isPublished };
      }),
    };
  },
});
