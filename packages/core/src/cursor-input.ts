import { z } from "zod";

/** The cursor after which a list continues. The longest title, at four bytes a letter, fits in. */
export const cursorInput = z.string().max(2000).nullish();
