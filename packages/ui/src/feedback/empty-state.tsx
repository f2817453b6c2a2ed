import type { ReactNode } from "react";

import { classNames } from "../class-names";

/** Shows that there is nothing, why, and the next thing to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={classNames(
        "mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center",
        className,
      )}
    >
      {icon && <span className="mb-4 text-n10 [&_svg]:size-6">{icon}</span>}
      <h2 className="font-semibold text-lg">{title}</h2>
      {children && <div className="mt-1 text-n11">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
