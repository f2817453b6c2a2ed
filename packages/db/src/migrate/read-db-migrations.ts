import { type Migration, readMigrations } from "@besunny/sql/migrations/migration-files";

/** Two migrations share it. They ran everywhere before numbers had to differ. */
const sharedNumbers = ["20261122010000"];

/** Reads the migrations of this package in their order. Throws `PreparationError` when two others share a number. */
export function readDbMigrations(directory: string): Migration[] {
  return readMigrations(directory, { sharedNumbers });
}
