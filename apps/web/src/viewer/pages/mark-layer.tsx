"use client";

import { useEffect, useRef } from "react";
import type { Mark } from "./marks";

const tones = {
  detail: "bg-[oklch(0.8_0.1_300/0.35)] outline outline-[oklch(0.55_0.18_300)] outline-dashed",
  hit: "bg-[oklch(0.86_0.16_88/0.35)]",
};

/** The tone of marks: personal details, or words that were found. */
export type Tone = keyof typeof tones;

/** Marks of many places over one page. They do not bring the page into view. */
export function FaintMarks({
  marks,
  tone,
  label,
}: {
  marks: readonly Mark[];
  tone: Tone;
  label: string;
}) {
  if (marks.length === 0) return null;
  return (
    <div role="img" aria-label={label} className="pointer-events-none absolute inset-0">
      {marks.map((mark, position) => (
        <div
          key={position}
          className={`absolute rounded-[2px] mix-blend-multiply ${tones[tone]}`}
          style={placeOf(mark)}
        />
      ))}
    </div>
  );
}

/** The marks of the place that was asked for; they come into view on its page. */
export function TargetMarks({
  marks,
  isTarget,
  wish,
  label,
}: {
  marks: readonly Mark[];
  isTarget: boolean;
  /** Changes with every wish to go there. */
  wish: string;
  label: string;
}) {
  const first = useRef<HTMLDivElement>(null);
  const hasMarks = marks.length > 0;
  const scroll = useRef<string | null>(null);

  useEffect(() => {
    if (!isTarget || !hasMarks || scroll.current === wish) return;
    scroll.current = wish;
    first.current?.scrollIntoView({ block: "center" });
  }, [isTarget, hasMarks, wish]);

  if (!hasMarks) return null;
  return (
    <div
      role="img"
      aria-label={label}
      data-testid="marks"
      className="pointer-events-none absolute inset-0"
    >
      {marks.map((mark, position) => (
        <div
          key={position}
          ref={position === 0 ? first : null}
          className="absolute animate-fade rounded-[2px] bg-[oklch(0.86_0.16_88/0.45)] mix-blend-multiply outline outline-[oklch(0.7_0.16_70)]"
          style={placeOf(mark)}
        />
      ))}
    </div>
  );
}

function placeOf({ x, y, width, height }: Mark) {
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  };
}
