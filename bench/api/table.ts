import type { Report } from "../report";

type Row = { name: string; label: (string | number)[]; figures: Record<string, number> };

/** Prints a Markdown table with a row for each build and one for the ratio of `now` to `before`; returns the same flat. */
export function printRows(labels: readonly string[], rows: readonly Row[]): Report {
  const kinds = Object.keys(rows[0]?.figures ?? {});
  if (kinds.length === 0) return {};
  const print = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);
  print([...labels, "build", ...kinds]);
  print([...labels, "build", ...kinds].map((head) => "-".repeat(head.length)));

  const report: Report = {};
  for (const row of rows.filter(({ name }) => name === "now")) {
    const before = rows.find((each) => each.name === "before" && isSame(each.label, row.label));
    for (const each of before ? [before, row, ratioOf(row, before)] : [row]) {
      print([
        ...each.label,
        each.name,
        ...kinds.map((kind) => (each.figures[kind] ?? 0).toFixed(2)),
      ]);
      for (const kind of kinds)
        report[[each.name, ...each.label, kind].join("_")] = each.figures[kind] ?? 0;
    }
  }
  return report;
}

function isSame(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  return one.every((cell, index) => cell === other[index]);
}

function ratioOf({ label, figures }: Row, before: Row): Row {
  const ratios = Object.entries(figures).map(([kind, value]) => [
    kind,
    value / (before.figures[kind] ?? Number.NaN),
  ]);
  return { name: "ratio", label, figures: Object.fromEntries(ratios) };
}
