import type { ReactNode } from "react";

/** Shows names and values in a grid. A value that is absent is left out with its name. */
export function FactGrid({
  label,
  facts,
}: {
  label: string;
  facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
  return (
    <section aria-label={label}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm md:grid-cols-4">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="min-w-0">
              <dt className="text-n11 text-xs">{name}</dt>
              <dd className="break-words tabular-nums [&_code]:break-all [&_code]:font-mono [&_code]:text-xs">
                {value}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
