/** Length of MiniLM's vectors. */
export const DIMENSIONS = 384;

/** Must change if the same text would get another vector. */
export const EMBEDDING_MODEL = "all-MiniLM-L6-v2-int8@1";
