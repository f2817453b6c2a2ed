import { mustOffer } from "../offer";

type Offered = Parameters<typeof mustOffer>[0];

/** Returns what a route says of the operations behind it. Throws where one of them is not declared for REST. */
export function offers(...operations: readonly Offered[]) {
  for (const operation of operations) mustOffer(operation, "rest");
  return { "x-operations": operations.map(({ name }) => name) };
}
