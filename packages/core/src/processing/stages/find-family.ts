import type { Family } from "@besunny/db/workspace/documents/families";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { MOST_IN_ONE_FILE } from "./admit-attachments";

/** Returns the number of files around a document, and the number of documents that came in the outermost file so far. */
export const findFamily = query("processing.find-family", {
  title: "Find the depth of a document within others",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<Family>(),
  doors: [],

  handle: ({ families }, { documentId: id }) => families.find(id, MOST_IN_ONE_FILE),
});
