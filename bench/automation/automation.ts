import { measureParts } from "../parts";
import type { Report } from "../report";
import { rehearsal } from "./rehearsal";
import { rules } from "./rules";
import { webhooks } from "./webhooks";

type Options = { only?: string; rounds?: string };

/** Each part is one promise of automation: `--only webhooks` picks some. */
const parts: Record<string, (options: Options) => Promise<Report>> = {
  rehearsal,
  rules,
  webhooks,
};

/** Measures automation, part by part, each beside its baseline in the same run. Keys are `part.key`. */
export async function automation(options: Options): Promise<Report> {
  return measureParts(parts, options);
}
