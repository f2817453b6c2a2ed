import type { TypeDefinition } from "@besunny/ai/ai";
import { z } from "zod";

import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { offeredTypes } from "../../understanding/contract/document-types";
import { withExamples } from "../contract/kept";

const MOST_EXAMPLES = 1_000;

/** Returns the types of the workspace with their labelled documents, to try releases with. */
export const findExamples = query("trials.find-examples", {
  title: "Find the types of a workspace to try releases with",
  permission: "release.read",
  input: z.object({ version: z.string() }),
  output: ofType<TypeDefinition[]>(),
  doors: [],

  async handle({ documentTypes, evaluations }, { version }) {
    const examples = await evaluations.listExamples("type", "", MOST_EXAMPLES);
    return withExamples(
      offeredTypes(await documentTypes.list()),
      examples.filter(({ features }) => features.version === version),
    );
  },
});
