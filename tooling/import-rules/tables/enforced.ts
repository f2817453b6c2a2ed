/**
 * Which rules the tree has to pass. Each is proved on planted breaches in any case. Breaches are listed by
 * `tsx tooling/import-rules/report.ts`.
 */
export const enforced = {
  packages: true,
  thirdParty: true,
  capabilities: true,
  databaseInCore: true,
  clientClosure: true,
  valueCircles: true,
  names: true,
  tests: true,
  connections: true,
  slices: true,
  openingsOfCore: true,
  pureCore: true,
  typeCircles: true,
  folderSize: true,
  vocabularies: true,
  outsideCalls: true,
} as const;
