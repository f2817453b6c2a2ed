/** Returns a vector for each text, in order. Encodes equal texts once. */
export async function embedAll(
  encode: (text: string) => Promise<Float32Array>,
  texts: readonly string[],
): Promise<Float32Array[]> {
  const known = new Map<string, Promise<Float32Array>>();
  return Promise.all(
    texts.map((text) => {
      const vector = known.get(text) ?? encode(text);
      known.set(text, vector);
      return vector;
    }),
  );
}
