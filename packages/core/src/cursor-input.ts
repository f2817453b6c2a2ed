import { z } from "zod";

/** Where a list goes on. The longest title, four bytes a letter, fits in. */
export const cursorInput = z.string().max(2000).nullish();
