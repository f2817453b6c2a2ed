import type { ReactNode } from "react";

/** One component with its states, under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`kit-${name}`} className="border-n5 border-b py-6">
      <h2 id={`kit-${name}`} className="mb-3 font-medium text-n11 text-xs">
        {name}
      </h2>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </section>
  );
}
