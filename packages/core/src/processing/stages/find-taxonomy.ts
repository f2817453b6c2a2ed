import type { TypeDefinition } from "@besunny/ai/ai";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { offeredTypes, withSynonyms } from "../../understanding/contract/document-types";

/** The most labelled documents that one document is compared with; the newest ones count. */
const MOST_EXAMPLES = 1_000;

type Taxonomy = {
  types: TypeDefinition[];
  /** Labelled documents that cannot be compared, because their features are missing or of another version. */
  outdated: string[];
  /** The types that documents get from people alone. */
  onlySuggested: string[];
};

/** Returns the types of the workspace, each with the documents that people gave it, other than this one. */
export const findTaxonomy = query("processing.find-taxonomy", {
  title: "Find the types of a workspace and their examples",
  permission: "document.process",
  input: z.object({ documentId, version: z.string() }),
  output: ofType<Taxonomy>(),
  doors: [],

  async handle({ documentTypes, labels }, { documentId: id, version }) {
    const types = offeredTypes(await documentTypes.list());
    const labelled = await labels.listOfOthers(id, "type", MOST_EXAMPLES);
    const comparable = labelled.flatMap(({ features, ...label }) =>
      features?.version === version ? [{ ...label, features }] : [],
    );
    const byType = Map.groupBy(comparable, ({ value }) => value);
    return {
      onlySuggested: types.filter((type) => type.isOnlySuggested).map(({ name }) => name),
      types: types.map(({ name, definition, examples, synonyms }) => ({
        name,
        definition: withSynonyms(definition, synonyms),
        examples,
        labelled: (byType.get(name) ?? []).map(({ value: _type, ...each }) => each),
      })),
      outdated: labelled
        .filter(({ features }) => features?.version !== version)
        .map(({ documentId: other }) => other),
    };
  },
});
