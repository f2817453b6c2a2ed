/** Names that say nothing about what a folder holds. */
export const drawers: readonly string[] = [
  "util",
  "utils",
  "utilities",
  "helper",
  "helpers",
  "common",
  "shared",
  "lib",
  "libs",
  "types",
  "services",
  "constants",
  "support",
  "misc",
  "internal",
  "internals",
  "stuff",
  "general",
  "base",
];

/** Names that say nothing about what a file holds either; a folder of that name is refused above. */
export const drawerFiles = /^(utils?|utilities|helpers?|misc|common|shared|constants|types|stuff)$/;

/**
 * Folders that are an entry to their package, and so may pass on what other files export. Client components enter api here alone, and
 * what they may know of core is what these files name.
 */
export const entries: readonly string[] = ["packages/api/src/browser/"];

/** The most source files that one folder may hold; tests, generated files and Next's route files are not counted. */
export const FILES_A_FOLDER = 25;
