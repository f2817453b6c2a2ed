import type { ChartSeries } from "./chart-data";

/** Names the colours of a chart. One series needs no legend. */
export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-n11 text-xs">
      {series.map(({ key, name, color }) => (
        <li key={key} className="flex items-center gap-1.5">
          <Swatch color={color} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** A small square of the colour of a series. */
export function Swatch({ color }: { color: string }) {
  return (
    <span
      aria-hidden
      className="size-2.5 shrink-0 rounded-[2px]"
      style={{ backgroundColor: color }}
    />
  );
}
