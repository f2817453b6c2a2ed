import type { RunDetail } from "@besunny/engine/console/console-types";
import { z } from "zod";

import { processingRun } from "../../documents/run-document";

const AboutDocument = processingRun.extend({ workspaceId: z.string().startsWith("ws_") });

/** Which run of which document this one carries out; null when it does something else. */
export function documentOfRun({
  events,
}: Pick<RunDetail, "events">): z.infer<typeof AboutDocument> | null {
  return AboutDocument.safeParse(events[0]?.data).data ?? null;
}
