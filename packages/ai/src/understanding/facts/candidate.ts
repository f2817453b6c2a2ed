import type { Fact } from "../../ai";

/** A value that may be a fact. `origin` says how it was found; a name stated behind a label is surer than a guess from its place. */
export type Candidate = Omit<Fact, "label"> & { origin: "field" | "label" | "phrase" | "place" };
