import { kinds, type PptRecord, recordAt, recordsIn, recordsOf } from "./records";
import { type PptText, textsIn } from "./text";

export type PptSlide = {
  record: PptRecord;
  /** The texts of the outline, to which the slide's shapes refer by number. */
  outline: PptText[];
  notes: PptRecord | null;
  /** The slide whose shapes show behind this one. */
  master: PptRecord | null;
};

export type Presentation = {
  document: PptRecord;
  slides: PptSlide[];
  /** Returns the object that is stored under this number in the newest state of the file. */
  persisted(id: number): PptRecord | null;
};

const mostEdits = 1_000;

/**
 * Finds the slides of a presentation in their order by its newest directory of objects. Returns null where the file has no directory. Source: [MS-PPT]
 * 2.1.2, "Reading the file".
 */
export function openPresentation(bytes: Buffer, currentUser: Buffer | null): Presentation | null {
  const user = currentUser && recordAt(currentUser, 0);
  if (!user || user.kind !== kinds.currentUser || user.end - user.start < 12) return null;
  const offsets = new Map<number, number>();
  let documentId: number | null = null;
  let at = currentUser.readUInt32LE(user.start + 8);
  for (let edits = 0; at > 0 && edits < mostEdits; edits += 1) {
    const edit = recordAt(bytes, at);
    if (!edit || edit.kind !== kinds.userEdit || edit.end - edit.start < 20) break;
    const directory = recordAt(bytes, bytes.readUInt32LE(edit.start + 12));
    documentId ??= bytes.readUInt32LE(edit.start + 16);
    if (directory?.kind === kinds.persistDirectory) readDirectory(bytes, directory, offsets);
    const before = bytes.readUInt32LE(edit.start + 8);
    if (before >= at) break;
    at = before;
  }
  const persisted = (id: number) => recordAt(bytes, offsets.get(id) ?? -1);
  const document = persisted(documentId ?? 0);
  if (document?.kind !== kinds.document) return null;
  return { document, persisted, slides: slidesOf(bytes, document, persisted) };
}

/** Adds the offsets of a directory. Those of newer directories are there already and stay. */
function readDirectory(bytes: Buffer, { start, end }: PptRecord, offsets: Map<number, number>) {
  for (let at = start; at + 4 <= end; ) {
    const head = bytes.readUInt32LE(at);
    const [first, count] = [head & 0xfffff, head >>> 20];
    at += 4;
    for (let index = 0; index < count && at + 4 <= end; index += 1, at += 4)
      if (!offsets.has(first + index)) offsets.set(first + index, bytes.readUInt32LE(at));
  }
}

function slidesOf(
  bytes: Buffer,
  document: PptRecord,
  persisted: Presentation["persisted"],
): PptSlide[] {
  const listed = (instance: number) =>
    recordsIn(bytes, document)
      .filter((record) => record.kind === kinds.slideListWithText && record.instance === instance)
      .flatMap((list) => entriesOf(bytes, list));
  const [masters, notes] = [1, 2].map(
    (instance) => new Map(listed(instance).map(({ slideId, persistId }) => [slideId, persistId])),
  );
  const found = (ids: Map<number, number> | undefined, id: number, of: readonly number[]) => {
    const record = persisted(ids?.get(id) ?? -1);
    return record && of.includes(record.kind) ? record : null;
  };
  return listed(0).flatMap(({ persistId, outline }): PptSlide[] => {
    const record = persisted(persistId);
    if (record?.kind !== kinds.slide) return [];
    const { masterId, notesId } = referencesOf(bytes, record);
    return [
      {
        record,
        outline,
        notes: found(notes, notesId, [kinds.notes]),
        master: found(masters, masterId, [kinds.mainMaster, kinds.slide]),
      },
    ];
  });
}

function entriesOf(bytes: Buffer, list: PptRecord) {
  const entries: { persistId: number; slideId: number; records: PptRecord[] }[] = [];
  for (const record of recordsIn(bytes, list)) {
    if (record.kind !== kinds.slidePersist) entries.at(-1)?.records.push(record);
    else if (record.end - record.start >= 16)
      entries.push({
        persistId: bytes.readUInt32LE(record.start),
        slideId: bytes.readUInt32LE(record.start + 12),
        records: [],
      });
  }
  return entries.map(({ records, ...entry }) => ({ ...entry, outline: textsIn(bytes, records) }));
}

function referencesOf(bytes: Buffer, slide: PptRecord): { masterId: number; notesId: number } {
  const [atom] = recordsOf(bytes, slide, kinds.slideAtom);
  if (!atom || atom.end - atom.start < 20) return { masterId: 0, notesId: 0 };
  return {
    masterId: bytes.readUInt32LE(atom.start + 12),
    notesId: bytes.readUInt32LE(atom.start + 16),
  };
}
