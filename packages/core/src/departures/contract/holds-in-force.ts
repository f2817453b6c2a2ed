import type { Repositories } from "@besunny/db/database";
import type { Clock } from "../../context";

type Tools = Pick<Repositories, "legalHolds"> & { clock: Clock };

/** Returns the names of the holds in force. While there is one, no workspace ends. */
export async function holdsInForce({ legalHolds, clock }: Tools): Promise<string[]> {
  const inForce = new Set((await legalHolds.listInForce(clock())).map(({ id }) => id));
  const all = await legalHolds.list(1000);
  return all.filter(({ id }) => inForce.has(id)).map(({ name }) => name);
}
