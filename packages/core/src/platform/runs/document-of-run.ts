import type { RunDetail } from "@besunny/engine/console/console-types";
import { z } from "zod";

import { processingRun } from "../../processing/contract";

const AboutDocument = processingRun.extend({ workspaceId: z.string().startsWith("ws_") });

/** Returns the document and the document run that this run works on; null if it works on none. */
export function documentOfRun({
  events,
}: Pick<RunDetail, "events">): z.infer<typeof AboutDocument> | null {
  return AboutDocument.safeParse(events[0]?.data).data ?? null;
}
