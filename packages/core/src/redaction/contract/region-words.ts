/** The regions in which servers are, as codes. */
export const regions = ["eu", "uk", "ch", "us", "ca", "br", "in", "sg", "jp", "au"] as const;
export type Region = (typeof regions)[number];
