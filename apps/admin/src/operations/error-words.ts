/** An error in one line; the names that every error has are left out. */
export function errorWords({ name, message }: { name: string; message: string }): string {
  return name === "Error" || name === "NonRetriableError" ? message : `${name}: ${message}`;
}
