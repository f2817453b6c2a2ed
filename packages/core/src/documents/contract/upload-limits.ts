import { LARGEST_READABLE_BYTES } from "@besunny/document-model/largest-file";

import { AppError } from "../../errors";

/** The largest file that is taken, in bytes; a larger file could not be read. */
export const LARGEST_FILE_BYTES = LARGEST_READABLE_BYTES;

/** Hours without progress after which an upload counts as abandoned. */
export const HOURS_UPLOADS_MAY_REST = 12;

/** The most unfinished uploads that one person may have announced: their number, and the bytes of all of them together. */
export const MOST_UNFINISHED_UPLOADS = 200;
export const MOST_UNFINISHED_BYTES = 5 * 1024 ** 3;

/** Returns the error for a file larger than `LARGEST_FILE_BYTES`. */
export function fileTooLarge(): AppError {
  return new AppError("TOO_LARGE", `A file may have ${LARGEST_FILE_BYTES / 1024 ** 2} MB at most`, {
    hint: "Split it, or make it smaller, and upload it again.",
  });
}
