import { Definition } from "@besunny/rules/definition";
import { sentenceOf } from "@besunny/rules/sentence";
import { z } from "zod";

import { query } from "../operation/query";
import { languageInput, ProblemShape, problemsOf, readerOf } from "./contract/automation";
import { namingOf } from "./contract/naming";
import { surroundingsOf } from "./contract/world";

/** Says what is wrong with a definition, each mistake with its place, and tells the definition as a sentence. Keeps nothing. */
export const checkDraft = query("automations.check-draft", {
  title: "Check the draft of an automation",
  permission: "automation.read",
  input: z.object({ definition: Definition, language: languageInput }),
  output: z.object({ problems: z.array(ProblemShape), sentence: z.string() }),
  doors: ["web", "rest"],

  async handle(tools, { definition, language }) {
    const surroundings = await surroundingsOf(tools, readerOf(tools.actor));
    return {
      problems: problemsOf(definition, surroundings),
      sentence: sentenceOf(definition, namingOf(surroundings, language)),
    };
  },
});
