/** The token of `Authorization: Bearer ...`. A request that has one is judged by it alone, its cookies count for nothing. */
export function bearerOf(headers: Headers): string | null {
  return headers.get("authorization")?.match(/^Bearer\s+(\S+)$/i)?.[1] ?? null;
}

export function isApiKey(token: string | null): token is string {
  return token?.startsWith("bsk_") ?? false;
}
