import { type ReactNode, useId } from "react";

/** A part of a page under its own heading. */
export function Section({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();

  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-0">
          <h3 id={id} className="font-semibold">
            {title}
          </h3>
          {hint && <p className="max-w-prose text-n11 text-xs">{hint}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
