import type { Report } from "./report";

/** Measures the parts that `only` names, one after the other, or all. Keys of the report are `part.key`. Throws for a part that is not there. */
export async function measureParts<Options extends { only?: string }>(
  parts: Readonly<Record<string, (options: Options) => Promise<Report>>>,
  options: Options,
): Promise<Report> {
  const wanted = options.only?.split(",") ?? Object.keys(parts);
  const report: Report = {};
  for (const name of wanted) {
    const part = parts[name];
    if (!part) throw new Error(`Say which parts: ${Object.keys(parts).join(", ")}.`);
    for (const [key, value] of Object.entries(await part(options)))
      report[`${name}.${key}`] = value;
  }
  return report;
}
