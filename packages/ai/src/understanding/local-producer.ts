import type { Producer } from "../ai";

/** `release` must change if the same document would be understood in another way. */
export const localProducer: Producer = { kind: "local", model: "besunny-local", release: "5" };
