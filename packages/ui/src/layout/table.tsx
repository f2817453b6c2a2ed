import type { ComponentProps } from "react";

import { classNames } from "../class-names";

/** A table that scrolls sideways inside itself, never the page. `label` names it. */
export function Table({ label, className, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      className="relative w-full overflow-x-auto -outline-offset-2"
    >
      <table
        {...rest}
        aria-label={label}
        className={classNames("w-full border-collapse text-left text-sm", className)}
      />
    </div>
  );
}

/** A heading of a column; `numeric` sets it over figures. */
export function TableHead({
  numeric = false,
  className,
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "h-9 whitespace-nowrap border-n6 border-b px-2 font-medium text-n11 text-xs first:pl-4 last:pr-4",
        numeric && "text-right",
        className,
      )}
    />
  );
}

/** A row that lights up under the pointer. */
export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={classNames("transition-colors hover:bg-n3", className)} />;
}

/** A cell; `numeric` sets figures to the right, in columns. */
export function TableCell({
  numeric = false,
  className,
  ...rest
}: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      {...rest}
      className={classNames(
        "h-9 border-n5 border-b px-2 first:pl-4 last:pr-4",
        numeric && "text-right tabular-nums",
        className,
      )}
    />
  );
}
