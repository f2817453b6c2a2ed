import type { Report } from "../report";
import { rules } from "./rules";

type Options = { only?: string };

/** Each part is one target of automations: `--only rules` picks some. */
const parts: Record<string, () => Promise<Report>> = { rules };

/** Measures what automations cost, part by part, each beside its baseline in the same run. Keys are `part.key`. */
export async function automation({ only }: Options): Promise<Report> {
  const report: Report = {};
  for (const name of only?.split(",") ?? Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`Say which parts: ${Object.keys(parts).join(", ")}.`);
    for (const [key, value] of Object.entries(await part())) report[`${name}.${key}`] = value;
  }
  return report;
}
