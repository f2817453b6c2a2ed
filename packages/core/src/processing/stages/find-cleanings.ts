import type { Cleaning } from "@besunny/document-model/cleaning/clean-document";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

const Lines = z.object({ keys: z.array(z.string()) });

/** Returns what people decided to do to the reading of a document. */
export const findCleanings = query("processing.find-cleanings", {
  title: "Find how a reading is cleaned",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<Cleaning[]>(),
  doors: [],

  handle: async ({ cleanings }, { documentId: id }) =>
    (await cleanings.findOf(id)).flatMap(({ kind, params }): Cleaning[] => {
      if (kind === "repair-encoding") return [{ kind }];
      return kind === "leave-out-boilerplate" ? [{ kind, ...Lines.parse(params) }] : [];
    }),
});
