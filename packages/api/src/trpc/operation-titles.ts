import { catalogue } from "@besunny/core/catalogue";

type Surface = (typeof catalogue)[number]["surface"];

/**
 * Returns the name and title of each operation of these surfaces, by title; `isAudited` where every call leaves a row in the audit log.
 * `tell` translates the titles.
 */
export function operationTitles(
  surfaces: readonly Surface[],
  tell: (title: string) => string = (title) => title,
) {
  return {
    items: catalogue
      .filter(({ surface }) => surfaces.includes(surface))
      .map(({ name, title, notAudited }) => ({
        name,
        title: tell(title),
        isAudited: notAudited === null,
      }))
      .sort((one, other) => one.title.localeCompare(other.title, "en")),
  };
}
