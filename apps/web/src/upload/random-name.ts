/** A name that no other has; unlike `crypto.randomUUID` it is there without HTTPS too. */
export function randomName(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("");
}
