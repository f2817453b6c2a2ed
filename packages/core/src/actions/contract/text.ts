import { z } from "zod";

/** The text of an action in an input. */
export const actionText = z.string().trim().min(1, "Say what is to be done").max(2_000);
