import type { SheetContent } from "./cells";
import type { SheetExtras } from "./drawings";

/** A sheet as every kind of workbook yields it: its cells, its drawings, and the hidden parts. */
export type Sheet = SheetContent & Omit<SheetExtras, "white"> & { name: string; isHidden: boolean };
