/** A value as the API gave it, masked there. */
export function MaskedValue({ label, value }: { label: string; value: unknown }) {
  return (
    <figure className="min-w-0">
      <figcaption className="text-n11 text-xs">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
        className="mt-1 max-h-72 overflow-auto rounded-md bg-n3 p-3 font-mono text-xs"
      >
        {JSON.stringify(value ?? null, null, 2)}
      </pre>
    </figure>
  );
}
