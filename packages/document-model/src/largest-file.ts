/** The size of the largest file that can be read, in bytes. */
export const LARGEST_READABLE_BYTES = 200 * 1024 ** 2;
