import { type ReactNode, useId } from "react";

/** A part of a page under its own heading. */
export function Section({
  title,
  hint,
  actions,
  as: Heading = "h3",
  children,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  /** The level of its heading, below that of what it is in. */
  as?: "h2" | "h3";
  children: ReactNode;
}) {
  const id = useId();

  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-0">
          <Heading id={id} className="font-semibold">
            {title}
          </Heading>
          {hint && <p className="max-w-prose text-n11 text-xs">{hint}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
