import { z } from "zod";

import { idIn, instant } from "../shapes";

/** A workspace. */
export const Workspace = z.object({ id: idIn("ws"), name: z.string(), createdAt: instant });
