import type { Outputs } from "@besunny/api/browser/outputs";
import { parseAsString, parseAsStringLiteral } from "nuqs/server";

const views = ["releases", "evaluations", "experiments"] as const;

/** The workspace, the view and the opened thing, as the address keeps them. */
export const modelParsers = {
  workspace: parseAsString,
  view: parseAsStringLiteral(views).withDefault("releases"),
  opened: parseAsString,
};

export type Release = Outputs["admin"]["models"]["releases"]["items"][number];
export type Releases = Outputs["admin"]["models"]["releases"];
export type Evaluations = Outputs["admin"]["models"]["evaluations"];
export type Metrics = NonNullable<Outputs["admin"]["models"]["evaluation"]["metrics"]>;
export type Seen = Outputs["admin"]["models"]["experiment"]["now"];

/** Returns the number of a release; the end of its id if it is not among these. */
export function numberOf(releases: readonly Release[], id: string | null): string {
  return String(releases.find((each) => each.id === id)?.number ?? id?.slice(-6) ?? "–");
}
