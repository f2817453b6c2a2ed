export type Report = Record<string, number | string>;

/** A table for people, and with `--json` one flat object as the last line. */
export function printReport(report: Report, isJsonWanted: boolean): void {
  const width = Math.max(...Object.keys(report).map((key) => key.length));
  for (const [key, value] of Object.entries(report))
    console.log(`${key.padEnd(width)}  ${typeof value === "number" ? rounded(value) : value}`);
  if (isJsonWanted) console.log(JSON.stringify(report));
}

/** The value below which `share` of the sorted values lie; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
