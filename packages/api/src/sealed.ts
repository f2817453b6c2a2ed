/** What is for one person's eyes: kept by no cache unless the answer says how, and never guessed to be of another type. */
export function sealed(response: Response): Response {
  response.headers.set("x-content-type-options", "nosniff");
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}
