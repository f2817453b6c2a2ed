import type { SpokenPlace } from "@besunny/db/meetings/spoken-at";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

export const findSpoken = query("answers.find-spoken", {
  title: "Find who says the words that an answer cites",
  permission: "document.ask",
  input: z.object({ places: z.array(z.object({ documentId, start: z.number() })) }),
  output: ofType<SpokenPlace[]>(),
  doors: [],

  handle: ({ meetings }, { places }) => meetings.spokenAt(places),
});
