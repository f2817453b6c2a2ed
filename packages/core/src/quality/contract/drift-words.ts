export const driftStates = ["drifted", "steady", "few"] as const;

/** The names of the measures, in the order of display. */
export const measureNames = [
  "unknownTypes",
  "confidence",
  "meaning",
  "meaningSpread",
  "language",
  "pages",
  "words",
  "ocrQuality",
  "emptyText",
  "duplicates",
  "encodingDamage",
] as const;
