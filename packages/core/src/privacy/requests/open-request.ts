import type { Repositories } from "@besunny/db/database";
import type { StoredRequest } from "@besunny/db/privacy/requests";
import { conflict, notFound } from "../../errors";

/** Returns a request that is open. Throws `NOT_FOUND` or `CONFLICT`. */
export async function openRequest(
  { privacyRequests }: Pick<Repositories, "privacyRequests">,
  id: string,
): Promise<StoredRequest> {
  const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
  if (request.state !== "open")
    conflict("The request is over or being worked on", "Record a new one.");
  return request;
}
