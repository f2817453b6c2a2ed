import { LARGEST_READABLE_BYTES } from "@besunny/document-model/largest-file";

import { AppError } from "../../errors";

/** The largest file that is taken, in bytes: what is larger could not be read. */
export const LARGEST_FILE_BYTES = LARGEST_READABLE_BYTES;

/** How long an upload may rest before it counts as abandoned. */
export const HOURS_UPLOADS_MAY_REST = 12;

/** What one person may have announced and not finished: uploads, and bytes of all of them together. */
export const MOST_UNFINISHED_UPLOADS = 200;
export const MOST_UNFINISHED_BYTES = 5 * 1024 ** 3;

/** A file is larger than `LARGEST_FILE_BYTES`. */
export function fileTooLarge(): AppError {
  return new AppError("TOO_LARGE", `A file may have ${LARGEST_FILE_BYTES / 1024 ** 2} MB at most`, {
    hint: "Split it, or make it smaller, and upload it again.",
  });
}
