import { classNames } from "../class-names";

const kept = 16;
const shortest = 24;

/** One line of text that, where it is too long, loses its middle: the end, which tells names apart, stays. The whole is its tooltip. */
export function MiddleEllipsis({ text, className }: { text: string; className?: string }) {
  const [head, tail] = partsOf(text);

  return (
    <bdi title={text} className={classNames("flex min-w-0", className)}>
      <span className="min-w-0 truncate whitespace-pre">{head}</span>
      {tail && <span className="shrink-0 whitespace-pre">{tail}</span>}
    </bdi>
  );
}

/** Cuts before the last letters, never within a letter of several code units. */
function partsOf(text: string): [head: string, tail: string] {
  const letters = Array.from(text);
  if (letters.length <= shortest) return [text, ""];
  return [letters.slice(0, -kept).join(""), letters.slice(-kept).join("")];
}
