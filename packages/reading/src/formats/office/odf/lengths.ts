const units: Record<string, number> = { cm: 28.3465, mm: 2.83465, in: 72, pt: 1, px: 0.75, pc: 12 };

/** Converts a length with its unit to points. Returns 0 for what is no length. */
export function pointsOf(length: string | undefined): number {
  const [, number, unit] = /^(-?[\d.]+)(\w*)$/.exec(length ?? "") ?? [];
  return Math.round(Number(number ?? 0) * (units[unit ?? ""] ?? 1) * 100) / 100 || 0;
}
