import { classNames } from "../class-names";

/** One key or chord, as it is printed on a keyboard: `<Kbd>⌘K</Kbd>`. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-sm bg-n4 px-1 font-mono text-n11 text-xs",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
