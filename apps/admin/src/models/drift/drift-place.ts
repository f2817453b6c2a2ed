import type { Outputs } from "@besunny/api/browser/outputs";
import { createLoader, parseAsNumberLiteral, parseAsString } from "nuqs/server";

export const spans = [30, 90, 365] as const;

/** The span, the workspace and the window that is open, as the address keeps them. */
export const driftParsers = {
  days: parseAsNumberLiteral(spans).withDefault(90),
  workspace: parseAsString,
  open: parseAsString,
};
export const loadDriftPlace = createLoader(driftParsers);

export type Window = Outputs["admin"]["quality"]["drift"]["items"][number];

/** Names a window among all. */
export function keyOf({ workspaceId, source, week }: Window): string {
  return `${workspaceId} ${source} ${week}`;
}
