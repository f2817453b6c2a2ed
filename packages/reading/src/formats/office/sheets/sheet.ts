import type { SheetContent } from "./cells";
import type { SheetExtras } from "./drawings";

/** A sheet as every kind of workbook yields it: its cells, its drawings, and the hidden parts. */
export type Sheet = SheetContent & SheetExtras & { name: string; isHidden: boolean };
