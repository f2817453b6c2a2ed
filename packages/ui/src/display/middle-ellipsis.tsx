import { classNames } from "../class-names";

const TAIL = 12;
/** A shorter text is cut at its end, where it must be cut at all. */
const SHORTEST = 18;

/** One line of text that loses its middle where there is no room, so that the telling end stays. On hover the whole text shows. */
export function MiddleEllipsis({ text, className }: { text: string; className?: string }) {
  const letters = [...text];
  const at = letters.length >= SHORTEST ? letters.length - TAIL : letters.length;

  return (
    <span className={classNames("block min-w-0", className)} title={text}>
      <span className="sr-only">{text}</span>
      <span aria-hidden dir="auto" className="flex min-w-0 max-w-full">
        <span className="min-w-0 truncate whitespace-pre">{letters.slice(0, at).join("")}</span>
        {at < letters.length && (
          <span className="shrink-0 whitespace-pre">{letters.slice(at).join("")}</span>
        )}
      </span>
    </span>
  );
}
