/** The numbers of a document that are kept to compare others with it. Only features of one `version` can be compared. */
export type KeptFeatures = {
  version: string;
  values: Uint8Array;
  /** The first words, which hosted models are shown. */
  excerpt: string;
};
