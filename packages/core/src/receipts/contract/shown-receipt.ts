import { z } from "zod";
import { idIn, instant } from "../../shapes";
import { receiptKinds } from "./receipt";

/** A receipt in a list. */
export const ReceiptSummary = z.object({
  id: idIn("rcp"),
  kind: z.enum(receiptKinds),
  subject: z.string().meta({ description: "The id of what was deleted" }),
  madeAt: instant,
  openUntil: instant.nullable().meta({
    description: "The day on which the last of it is confirmed to be gone; null: all is gone",
  }),
});
export type ReceiptSummary = z.infer<typeof ReceiptSummary>;
