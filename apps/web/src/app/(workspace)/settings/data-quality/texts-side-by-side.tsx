"use client";

import type { Outputs } from "@besunny/api/browser/outputs";

type Part = Outputs["quality"]["preview"]["parts"][number];

/** Two texts beside each other, on narrow screens below each other. What only one of them has is marked, by its form too. */
export function TextsSideBySide({
  parts,
  titles,
}: {
  parts: readonly Part[];
  titles: readonly [before: string, after: string];
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(["before", "after"] as const).map((side, place) => (
        <section key={side} aria-label={titles[place]} className="min-w-0">
          <h3 className="truncate text-n11 text-xs">
            <bdi>{titles[place]}</bdi>
          </h3>
          <p
            dir="auto"
            className="mt-1 max-h-80 overflow-y-auto whitespace-pre-wrap break-words rounded-md bg-n2 p-3 text-sm"
          >
            {parts.map((part, at) => {
              // Parts have no ids, and their order never changes.
              const key = `${at} ${part.kind}`;
              if (part.kind === "same") return <span key={key}>{part.text}</span>;
              if (part.kind !== side) return null;
              return side === "before" ? (
                <del key={key} className="bg-bad-soft text-bad">
                  {part.text}
                </del>
              ) : (
                <ins key={key} className="bg-good-soft text-good">
                  {part.text}
                </ins>
              );
            })}
          </p>
        </section>
      ))}
    </div>
  );
}
