/** The detail behind each token. */
export type Stands = ReadonlyMap<string, string>;

const token = /(\[[A-Z_]+_\d+\])/;

/** A message as it left or would leave. The detail behind a token is shown to who points at it. */
export function MarkedTokens({ text, stands }: { text: string; stands: Stands }) {
  return (
    <pre
      dir="auto"
      className="whitespace-pre-wrap break-words rounded-md bg-n3 p-3 font-mono text-sm"
    >
      {text.split(token).map((part, at) => {
        const original = stands.get(part);
        return original === undefined ? (
          part
        ) : (
          <mark
            key={`${at} ${part}`}
            title={original}
            className="rounded-sm bg-attention-soft px-0.5 text-attention"
          >
            {part}
          </mark>
        );
      })}
    </pre>
  );
}
