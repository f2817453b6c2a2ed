/** Protects an answer for one person: no cache keeps it unless the answer says so, and no browser guesses another type for it. */
export function sealed(response: Response): Response {
  response.headers.set("x-content-type-options", "nosniff");
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}
