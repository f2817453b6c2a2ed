import { z } from "zod";
import { idIn, instant } from "../../shapes";
import { cleaningKinds } from "./cleaning-words";

export const cleaningKind = z.enum(cleaningKinds);

/** A cleaning in force. */
export const MadeCleaning = z.object({
  id: idIn("cln"),
  documentId: idIn("doc"),
  title: z.string(),
  kind: cleaningKind,
  madeAt: instant,
});
