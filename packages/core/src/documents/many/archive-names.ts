/** Returns the path of each file in an archive: its folder and its name. Files of one path are numbered, whatever their capitals. */
export function archiveNames(
  files: readonly { folder: string | null; fileName: string }[],
): string[] {
  const taken = new Set<string>();
  return files.map(({ folder, fileName }) => {
    const [, stem = fileName, ending = ""] = /^(.+?)(\.[^.]*)?$/su.exec(fileName) ?? [];
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? fileName : `${stem} (${number})${ending}`;
      const path = folder ? `${folder}/${name}` : name;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  });
}
