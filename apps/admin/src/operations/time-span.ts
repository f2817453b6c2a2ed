const units = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
] as const;

/** A span of time in its two largest units: "240 ms", "3.2 s", "4 min 10 s", "2 h 5 min". */
export function timeSpan(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1_000).toFixed(1).replace(/\.0$/, "")} s`;
  const seconds = Math.round(milliseconds / 1_000);
  const [unit, size] = units.find(([, each]) => seconds >= each) ?? ["min", 60];
  const smaller = { d: ["h", 3_600], h: ["min", 60], min: ["s", 1] } as const;
  const [restUnit, restSize] = smaller[unit];
  const whole = Math.floor(seconds / size);
  const rest = Math.floor((seconds % size) / restSize);
  return rest > 0 ? `${whole} ${unit} ${rest} ${restUnit}` : `${whole} ${unit}`;
}
