const delimiter = /[\s/[<(>]/;

/** Counts a name in the bytes of a PDF up to a number, not where it begins a longer name. */
export function countName(bytes: Buffer, name: string, most: number): number {
  let count = 0;
  for (let at = bytes.indexOf(name); at >= 0 && count < most; at = bytes.indexOf(name, at + 1))
    if (delimiter.test(String.fromCharCode(bytes[at + name.length] ?? 0))) count += 1;
  return count;
}
