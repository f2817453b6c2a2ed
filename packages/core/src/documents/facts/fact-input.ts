import { z } from "zod";

import { documentId } from "../../ids";

/** The words of a fact, for input. */
const factText = z.string().trim().min(1).max(300);

/** A person's word on a fact, for input. */
export const factInput = z.object({
  id: documentId,
  name: z.string().trim().min(1).max(80).meta({ description: "Such as `due date`" }),
  label: z.string().trim().min(1).max(80).optional().meta({ description: "Its name for people" }),
  before: factText.nullable().meta({
    description: "The value that is shown now; null adds a fact",
  }),
  value: factText.nullable().meta({
    description: "The right value. The one that is shown confirms it; null removes it",
  }),
});
