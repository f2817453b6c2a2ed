import type { Outputs } from "@besunny/api/browser/outputs";

/** A document as its page shows it. */
export type DocumentDetail = Outputs["admin"]["document"];
