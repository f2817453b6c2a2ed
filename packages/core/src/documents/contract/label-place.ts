import { z } from "zod";

/** The screen or door through which a person says a type. */
export const labelPlace = z
  .enum(["document", "review", "list", "import", "learning", "api"])
  .default("document");
