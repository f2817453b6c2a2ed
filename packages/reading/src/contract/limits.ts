import { LARGEST_READABLE_BYTES } from "@besunny/document-model/largest-file";

/** Limits of the reader. A file over a limit is refused. Each caller of `createReader` can change each value. */
export type Limits = {
  /** Wall time for one file in seconds, and the additional seconds for each page sent to OCR. */
  seconds: number;
  secondsPerRecognisedPage: number;
  /** Resident memory of the child, and the part of it that may be JavaScript heap. */
  memoryBytes: number;
  heapBytes: number;
  fileBytes: number;
  pages: number;
  recognisedPages: number;
  pixels: number;
  cells: number;
  textCharacters: number;
  archiveEntries: number;
  archiveBytes: number;
  archiveRatio: number;
  attachments: number;
  /** The pictures of one file that are kept for showing, and their bytes together. */
  pictures: number;
  pictureBytes: number;
  /** The pool replaces a child after this many files or bytes of memory, and ends a child that was idle for this many seconds. */
  filesPerChild: number;
  recycleBytes: number;
  idleSeconds: number;
};

const mebibyte = 1024 * 1024;

export const defaultLimits: Limits = {
  seconds: 120,
  secondsPerRecognisedPage: 30,
  memoryBytes: 1_400 * mebibyte,
  heapBytes: 768 * mebibyte,
  fileBytes: LARGEST_READABLE_BYTES,
  pages: 5_000,
  recognisedPages: 300,
  pixels: 120_000_000,
  cells: 400_000,
  textCharacters: 20_000_000,
  archiveEntries: 20_000,
  archiveBytes: 512 * mebibyte,
  archiveRatio: 200,
  attachments: 200,
  pictures: 1_000,
  pictureBytes: 256 * mebibyte,
  filesPerChild: 200,
  recycleBytes: 600 * mebibyte,
  idleSeconds: 60,
};
