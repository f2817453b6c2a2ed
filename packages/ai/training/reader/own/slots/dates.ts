import type { Draw, Language } from "./draw";

const long: Record<Language, string[]> = {
  en: ["en-GB", "en-GB", "en-US"],
  de: ["de-DE"],
  fr: ["fr-FR"],
  es: ["es-ES"],
};

const between = ({ faker, era }: Draw) =>
  faker.date.between({ from: `${era}-01-01`, to: `${era + 2}-12-31` });

const part = (draw: Draw, options: Intl.DateTimeFormatOptions) =>
  between(draw).toLocaleDateString(draw.language, options);

/** Dates as each language writes them. */
export const dates: Record<string, (draw: Draw) => string> = {
  date: (draw) => {
    const locales = long[draw.language];
    return between(draw).toLocaleDateString(locales[draw.style % locales.length], {
      day: "numeric",
      month: "long",
      year: "numeric",
    });
  },
  day: (draw) => {
    const locale = draw.language === "en" ? "en-GB" : draw.language;
    return between(draw).toLocaleDateString(locale, {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
    });
  },
  month: (draw) => part(draw, { month: "long" }),
  weekday: (draw) => part(draw, { weekday: "long" }),
  year: ({ faker, era }) => String(era + faker.number.int({ min: -3, max: 3 })),
  week: ({ faker }) => String(faker.number.int({ min: 2, max: 52 })),
  time: ({ faker, language }) => {
    const hour = faker.number.int({ min: 7, max: 20 });
    const minute = faker.helpers.arrayElement(["00", "15", "30", "45"]);
    return language === "fr" ? `${hour} h ${minute}` : `${hour}:${minute}`;
  },
};
