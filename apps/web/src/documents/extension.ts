/** Returns the ending of a file's name in capitals, the ending inside a signed file, or the format; null for neither. */
export function extensionOf({
  fileName,
  format,
}: {
  fileName: string;
  format: string | null;
}): string | null {
  const bare = fileName.replace(/(\.p7[mscz])+$/i, "");
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(bare)?.[1] ?? format;
  return ending ? ending.slice(0, 8).toUpperCase() : null;
}
