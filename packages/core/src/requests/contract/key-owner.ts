import { z } from "zod";

/** An idempotency key of one actor. */
export const keyOwner = z.object({ actorId: z.string(), key: z.string().min(1).max(255) });
