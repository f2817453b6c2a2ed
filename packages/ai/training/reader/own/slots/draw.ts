import type { Faker } from "@faker-js/faker";

export type Language = "en" | "de" | "fr" | "es";

/** The names of one place, one language, and for each paper one era and one way of writing dates and sums. */
export type Draw = { faker: Faker; language: Language; era: number; style: number };
