import { LARGEST_READABLE_BYTES } from "@besunny/document-model/largest-file";

/** What one file may cost before it is refused; every figure can be changed by whoever makes the reader. */
export type Limits = {
  /** Wall time for one file, and what each page sent to OCR adds to it. */
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
  /** Housekeeping of the pool: a child is replaced after so many files, and ends when idle for so long. */
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
  filesPerChild: 200,
  recycleBytes: 600 * mebibyte,
  idleSeconds: 60,
};
