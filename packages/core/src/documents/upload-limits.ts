import { defaultLimits } from "@besunny/reading/limits";

/** The largest file that is taken, in bytes: what is larger could not be read. */
export const LARGEST_FILE_BYTES = defaultLimits.fileBytes;

/** The same in words. */
export const LARGEST_FILE = `${Math.round(LARGEST_FILE_BYTES / 1024 ** 2)} MB`;

/** How long an upload may rest before it counts as abandoned. */
export const HOURS_UPLOADS_MAY_REST = 12;

/** What one person may have announced and not finished: uploads, and bytes of all of them together. */
export const MOST_UNFINISHED_UPLOADS = 200;
export const MOST_UNFINISHED_BYTES = 5 * 1024 ** 3;
