import { z } from "zod";

/** The workspace whose releases and experiments a platform admin looks at. */
export const ofWorkspace = z.object({ workspaceId: z.string().startsWith("ws_").max(60) });
