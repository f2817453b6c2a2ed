import { type Migration, readMigrations } from "@besunny/sql/migrations/migration-files";

/** Two migrations share this number. They ran everywhere before the rule of unique numbers. */
const sharedNumbers = ["20261122010000"];

/** Reads the migrations of this package in their order. Throws `PreparationError` if two others share a number. */
export function readDbMigrations(directory: string): Migration[] {
  return readMigrations(directory, { sharedNumbers });
}
