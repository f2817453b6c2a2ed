import type { Draw, Language } from "./draw";

const locales: Record<Language, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES" };
const sums: Record<Language, string[]> = {
  en: ["EUR #", "€#", "£#", "$#", "USD #", "GBP #.00", "CHF #"],
  de: ["# €", "# Euro", "#,00 €", "EUR #", "CHF #"],
  fr: ["# €", "# euros", "#,00 €", "# EUR", "# CHF"],
  es: ["# €", "# euros", "#,00 €", "# EUR", "# dólares"],
};

const whole =
  (min: number, max: number) =>
  ({ faker, language }: Draw) =>
    faker.number.int({ min, max }).toLocaleString(locales[language]).replace(/\s/gu, " ");

const tenths =
  (min: number, max: number, digits = 1) =>
  ({ faker, language }: Draw) =>
    faker.number
      .float({ min, max, multipleOf: 0.1 })
      .toLocaleString(locales[language], { minimumFractionDigits: digits });

/** Numbers, sums and references as each language writes them. */
export const numbers: Record<string, (draw: Draw) => string> = {
  n: whole(2, 48),
  days: whole(2, 20),
  hours: whole(20, 42),
  holiday: whole(22, 34),
  pwlen: whole(8, 20),
  small: whole(20, 400),
  money: whole(900, 90_000),
  big: whole(100_000, 900_000),
  sum: (draw) => {
    const ways = sums[draw.language];
    const most = draw.faker.helpers.arrayElement([9_000, 90_000, 900_000]);
    return (ways[draw.style % ways.length] ?? "#").replace("#", whole(most / 10, most)(draw));
  },
  price: tenths(1.2, 9.8, 2),
  pct: (draw) => (draw.faker.datatype.boolean() ? whole(2, 60) : tenths(0.6, 19.4))(draw),
  hb: tenths(7.5, 16.4),
  leuko: tenths(2.8, 14.2),
  number: ({ faker }) => faker.string.numeric({ length: 6, allowLeadingZeros: false }),
  code: ({ faker }) =>
    `${faker.string.alpha({ length: 2, casing: "upper" })}${faker.string.numeric(4)}`,
  ref: ({ faker }) =>
    faker.helpers.arrayElement([
      () => faker.helpers.replaceSymbols("??-20##-####"),
      () => faker.helpers.replaceSymbols("####/##"),
      () => faker.helpers.replaceSymbols("?#####"),
      () => faker.helpers.replaceSymbols("## ??? ####"),
    ])(),
};
