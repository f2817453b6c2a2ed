"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useFormatter, useTranslations } from "next-intl";

type Curve = NonNullable<Outputs["learning"]["trainings"]["items"][number]["metrics"]>["curve"];

const [WIDTH, HEIGHT, EDGE] = [320, 120, 8];

/** The accuracy after more and more labels, with its interval. It says whether more labels would help. */
export function LearningCurve({ curve }: { curve: Curve }) {
  const t = useTranslations("learning");
  const format = useFormatter();
  const most = Math.max(1, ...curve.map(({ labels }) => labels));
  const x = (labels: number) => EDGE + (labels / most) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE);
  const line = curve.map(({ labels, value }) => `${x(labels)},${y(value)}`).join(" ");
  const band = [
    ...curve.map(({ labels, high }) => `${x(labels)},${y(high)}`),
    ...curve.toReversed().map(({ labels, low }) => `${x(labels)},${y(low)}`),
  ].join(" ");
  const words = curve
    .map(({ labels, value }) =>
      t("curvePoint", { labels, percent: format.number(value, { style: "percent" }) }),
    )
    .join(", ");

  return (
    <figure className="mt-4">
      <figcaption className="text-n11 text-sm">{t("curve")}</figcaption>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="mt-1 w-full max-w-80 rounded-md border border-n5"
      >
        <polygon points={band} className="fill-accent-soft" />
        <polyline points={line} fill="none" strokeWidth={2} className="stroke-accent" />
        {curve.map(({ labels, value }) => (
          <circle key={labels} cx={x(labels)} cy={y(value)} r={3} className="fill-accent" />
        ))}
      </svg>
      <p className="mt-1 text-n11 text-xs tabular-nums">{words}</p>
    </figure>
  );
}
