"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";

/** Things to choose any number of. */
export function Boxes({
  legend,
  hint,
  all,
  chosen,
  onChange,
}: {
  legend: string;
  hint?: string;
  all: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{legend}</legend>
      {hint && <p className="text-n11 text-xs">{hint}</p>}
      <ul className="mt-1 max-h-56 overflow-y-auto rounded-md border border-n6 p-2">
        {all.map(({ id, name }) => (
          <li key={id} className="flex min-h-8 items-center gap-2">
            <Checkbox
              label={name}
              checked={chosen.includes(id)}
              onCheckedChange={(isOn) =>
                onChange(isOn === true ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span aria-hidden>{name}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
