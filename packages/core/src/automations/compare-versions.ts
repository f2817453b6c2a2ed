import { diffOf } from "@besunny/rules/diff";
import { z } from "zod";

import { notFound } from "../errors";
import { automationId } from "../ids";
import { query } from "../operation/query";
import { definitionOf, languageInput, readerOf } from "./contract/automation";
import { namingOf } from "./contract/naming";
import { surroundingsOf } from "./contract/world";

const version = z.number().int().positive();

/** Says in words how a version differs from an earlier one, or the draft from the published version. */
export const compareVersions = query("automations.compare-versions", {
  title: "Compare versions of an automation",
  permission: "automation.read",
  input: z.object({
    id: automationId,
    from: version,
    to: version.optional().meta({ description: "The draft, if it is left out" }),
    language: languageInput,
  }),
  output: z.object({ lines: z.array(z.string()) }),
  doors: ["web", "rest"],

  async handle(tools, { id, from, to, language }) {
    const { automations, actor } = tools;
    const reader = readerOf(actor);
    const row = (await automations.find(id, reader)) ?? notFound("Automation", id);
    const storedAt = async (number: number) =>
      (await automations.findVersion(id, number))?.definition ??
      notFound("Version", String(number));
    const before = definitionOf(await storedAt(from));
    const after = definitionOf(to === undefined ? row.draft : await storedAt(to));
    const naming = namingOf(await surroundingsOf(tools, reader), language);
    return { lines: diffOf(before, after, naming) };
  },
});
