"use client";

import { useId } from "react";

/** Two ways to part from what came: it stays, or it goes. */
export function KeepOrErase({
  legend,
  keeps,
  words,
  onChange,
}: {
  legend: string;
  keeps: boolean;
  words: { keep: string; erase: string };
  onChange: (keeps: boolean) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      {[true, false].map((each) => (
        <label key={String(each)} className="flex min-h-8 items-start gap-2.5 py-1">
          <input
            type="radio"
            name={name}
            checked={keeps === each}
            onChange={() => onChange(each)}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          {each ? words.keep : words.erase}
        </label>
      ))}
    </fieldset>
  );
}
