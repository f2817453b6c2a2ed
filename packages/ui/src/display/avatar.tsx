import { classNames } from "../class-names";

/** The initials of a person or workspace, beside its name: hidden from those who hear the page. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .slice(0, 2)
    .join("")
    .toLocaleUpperCase();

  return (
    <span
      aria-hidden
      className={classNames(
        "inline-flex size-6 shrink-0 select-none items-center justify-center rounded-full bg-accent-soft font-semibold text-[0.625rem] text-accent-strong",
        className,
      )}
    >
      {initials}
    </span>
  );
}
