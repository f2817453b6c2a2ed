/** The kinds of requests that people make about their data, in the order in which pages offer them. */
export const requestKinds = ["access", "erase", "rectify", "restrict"] as const;
