/** Escapes the pattern characters of LIKE, because Prisma passes the text of `contains` to LIKE unchanged. */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}
