import type { Draw, Language } from "./draw";

const lists: Record<string, Record<Language, string>> = {
  thing: {
    en: "server, coffee machine, printer, lift, website, archive, heating",
    de: "Server, Telefonanlage, Drucker, Aufzug, Website, Archiv, Heizung",
    fr: "serveur, standard téléphonique, site web, ascenseur, chauffage, entrepôt",
    es: "servidor, ascensor, sitio web, archivo, almacén, sistema de riego",
  },
  goods: {
    en: "pump, sensor, valve, drill, scanner, motor, filter unit, oven, tablet, forklift, dryer",
    de: "Pumpe, Sensor, Ventil, Bohrer, Scanner, Motor, Filter, Ofen, Tablet, Stapler, Trockner",
    fr: "pompe, capteur, vanne, perceuse, scanner, moteur, filtre, four, tablette, séchoir",
    es: "bomba, sensor, válvula, taladro, escáner, motor, filtro, horno, tableta, secadora",
  },
  department: {
    en: "purchasing, sales, logistics, finance, quality, research, service, legal, production",
    de: "Einkauf, Vertrieb, Logistik, Finanzen, Qualität, Entwicklung, Service, Recht, Produktion",
    fr: "achats, ventes, logistique, finances, qualité, recherche, juridique, production",
    es: "compras, ventas, logística, finanzas, calidad, investigación, jurídico, producción",
  },
  role: {
    en: "managing director, head of sales, controller, general counsel, plant manager, analyst",
    de: "Geschäftsführung, Vertriebsleitung, Controlling, Werkleitung, Einkaufsleitung",
    fr: "directeur général, responsable des ventes, contrôleuse de gestion, juriste, comptable",
    es: "director general, jefa de ventas, contable, asesora jurídica, jefe de planta",
  },
  country: {
    en: "Germany, England, France, Ireland, Spain, Norway, Poland, Canada, Japan, Brazil",
    de: "Deutschland, Österreich, Frankreich, Polen, Italien, Spanien, Norwegen, Kanada",
    fr: "France, Belgique, Allemagne, Italie, Espagne, Pologne, Suède, Maroc",
    es: "España, México, Chile, Colombia, Portugal, Francia, Alemania, Italia",
  },
  law: {
    en: "England and Wales, Ireland, the State of New York, Germany, Delaware, Switzerland, India",
    de: "deutsches Recht, österreichisches Recht, schweizerisches Recht",
    fr: "français, belge, suisse, luxembourgeois",
    es: "española, mexicana, chilena, colombiana, argentina",
  },
  lang: {
    en: "German, Polish, Italian, Turkish, Dutch, Hindi",
    de: "Polnisch, Italienisch, Türkisch, Niederländisch",
    fr: "italien, polonais, arabe, portugais",
    es: "catalán, gallego, portugués, italiano",
  },
  river: {
    en: "rivers, the sea, a burst main, rainwater",
    de: "Flüsse, Starkregen",
    fr: "rivières, pluie",
    es: "ríos, lluvia",
  },
  countrycode: { en: "GB, IE, DE, FR, NL", de: "DE, AT", fr: "FR, BE", es: "ES, PT" },
};

const word = (name: string) => {
  const split = new Map(
    Object.entries(lists[name] ?? {}).map(([language, list]) => [language, list.split(", ")]),
  );
  return ({ faker, language }: Draw) => faker.helpers.arrayElement(split.get(language) ?? []);
};

const goods = word("goods");

/** Words of business in each language. */
export const words: Record<string, (draw: Draw) => string> = {
  ...Object.fromEntries(Object.keys(lists).map((name) => [name, word(name)])),
  product: (draw) =>
    `${goods(draw)} ${draw.faker.helpers.replaceSymbols(draw.faker.helpers.arrayElement(["??-###", "?##", "####"]))}`,
};
