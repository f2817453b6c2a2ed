import type { Door } from "@besunny/core/operation/door";

/** Throws where an operation is not declared for a door: nothing is offered by accident. */
export function mustOffer(
  { name, doors }: { readonly name: string; readonly doors: readonly Door[] },
  door: Door,
): void {
  if (!doors.includes(door)) throw new Error(`${name} is not offered at the door ${door}`);
}
