import type { useFormatter } from "next-intl";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "1.4 MB" for 1400000. */
export function formatBytes(bytes: number, format: ReturnType<typeof useFormatter>): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return format.number(bytes / 1000 ** power, {
    style: "unit",
    unit: units[power] ?? "byte",
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}
