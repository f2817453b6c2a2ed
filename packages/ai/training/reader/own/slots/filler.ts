import { allFakers, type Faker } from "@faker-js/faker";
import { dates } from "./dates";
import type { Draw, Language } from "./draw";
import { numbers } from "./numbers";
import { words } from "./words";

const { en_GB, en_US, en_IN, en_ZA, de, de_AT, de_CH, fr, fr_BE, fr_CH, es, es_MX } = allFakers;
const fakers: Record<Language, Faker[]> = {
  en: [en_GB, en_US, en_IN, en_ZA],
  de: [de, de_AT, de_CH],
  fr: [fr, fr_BE, fr_CH],
  es: [es, es_MX],
};
const kept = new Set(["thing", "number"]);
const TRIES = 20;

/** Makes what follows the same on each run. */
export function seedSlots(seed: number): void {
  for (const faker of Object.values(fakers).flat()) faker.seed(seed);
}

/**
 * Returns what fills the slots of one paper. No two slots get the same value, as far as there are enough. `{personA}` is one person throughout, with
 * `{firstA}` and `{lastA}`; a slot in capitals has its value in capitals.
 */
export function filler(language: Language): (text: string) => string {
  const faker = en_GB.helpers.arrayElement(fakers[language]);
  const drawn: Draw = {
    faker,
    language,
    era: faker.number.int({ min: 2013, max: 2029 }),
    style: faker.number.int({ max: 1_000 }),
  };
  const fixed = new Map<string, string>();
  const used = new Set<string>();

  function fresh(base: string): string {
    const draw = slots[base];
    if (!draw) throw new Error(`There is no slot ${base}`);
    let value = draw(drawn);
    for (let turn = 0; turn < TRIES && used.has(value); turn++) value = draw(drawn);
    used.add(value);
    return value;
  }

  function filling(slot: string): string {
    if (slot === slot.toUpperCase())
      return filling(slot.slice(0, -1).toLowerCase() + slot.slice(-1)).toUpperCase();
    const [, base = slot, letter = ""] = /^(.+)([A-E])$/.exec(slot) ?? [];
    if (!letter && !kept.has(slot)) return fresh(slot);
    if (base === "first") return firstAndLast(letter)[0] ?? "";
    if (base === "last") return firstAndLast(letter).slice(1).join(" ");
    const value = fixed.get(slot) ?? fresh(base);
    fixed.set(slot, value);
    return value;
  }

  const firstAndLast = (letter: string) => filling(`person${letter}`).split(" ");
  return (text) => text.replace(/\{(\w+)\}/g, (_, slot: string) => filling(slot));
}

const slots: Record<string, (draw: Draw) => string> = {
  ...dates,
  ...numbers,
  ...words,
  org: ({ faker }) => faker.company.name(),
  person: ({ faker }) => `${faker.person.firstName()} ${faker.person.lastName()}`,
  first: ({ faker }) => faker.person.firstName(),
  last: ({ faker }) => faker.person.lastName(),
  email: ({ faker }) => faker.internet.email().toLowerCase(),
  phone: ({ faker }) => faker.phone.number(),
  street: ({ faker }) => faker.location.streetAddress(),
  city: ({ faker }) => faker.location.city(),
  iban: ({ faker }) => faker.finance.iban({ formatted: true }),
};
