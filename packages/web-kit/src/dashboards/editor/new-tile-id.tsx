/** Returns an id for a new tile. It needs no secure connection, as `crypto.randomUUID` would. */
export function newTileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `tile-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
