import { z } from "zod";
import { Masking } from "../../content/contract/mask-words";
import { documentId } from "../../ids";
import { query } from "../../operation/query";

/** Returns the words that are not to be read in a document, as hashes. */
export const findMaskings = query("processing.find-maskings", {
  title: "Find the words that a reading masks",
  permission: "document.process",
  input: z.object({ documentId }),
  output: z.array(Masking),
  doors: [],

  handle: async ({ cleanings }, { documentId: id }) =>
    (await cleanings.findOf(id))
      .filter(({ kind }) => kind.startsWith("mask-words "))
      .map(({ params }) => Masking.parse(params)),
});
