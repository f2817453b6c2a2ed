import { feature, shareOf } from "./feature";

/** The languages of the pages. */
export const languageFeatures = [
  feature("language", ({ model }) => model.metadata.language?.slice(0, 2).toLowerCase() ?? null),
  feature("languageShare", ({ model: { pages, metadata } }) => {
    const told = pages.filter(({ language }) => language !== undefined);
    return shareOf(
      told.filter(({ language }) => language === metadata.language).length,
      told.length,
    );
  }),
];
