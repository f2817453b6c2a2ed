/** A file and where it lay: `path` keeps the folders it was dropped with. */
export type PickedFile = { file: File; path: string };

/** Every file of a drop, folders opened all the way down. Call it inside the event: the list empties afterwards. */
export async function filesOfDrop(transfer: DataTransfer): Promise<PickedFile[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (entries.length === 0) return filesOfList(transfer.files);

  return (await Promise.all(entries.map(filesOfEntry))).flat();
}

/** Every file of a file field or of the clipboard. */
export function filesOfList(files: Iterable<File>): PickedFile[] {
  return [...files]
    .filter(({ name }) => !isClutter(name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

async function filesOfEntry(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (isClutter(entry.name)) return [];
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, "") }];
  }
  if (!isFolder(entry)) return [];

  const inside = await entriesOf(entry.createReader());
  return (await Promise.all(inside.map(filesOfEntry))).flat();
}

// The browser hands out at most a hundred entries a time and an empty list at the end.
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isClutter(name: string): boolean {
  return /^(\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name);
}
