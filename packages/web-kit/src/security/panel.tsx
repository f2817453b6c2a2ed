import type { ReactNode } from "react";

/** A titled part of a page of settings. */
export function SecurityPanel({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="max-w-2xl border-n5 border-b px-4 py-6 last:border-0">
      <h2 className="font-semibold text-lg">{title}</h2>
      {hint && <p className="mt-0.5 text-n11">{hint}</p>}
      <div className="mt-4 flex flex-col items-start gap-3">{children}</div>
    </section>
  );
}
