/** The address of a Qdrant server, as Qdrant's client needs it. */
export type QdrantAddress = { host: string; port: number; https: boolean; prefix: string };

/**
 * Reads the URL as any HTTP client does: with its port or the scheme's own, and its path before Qdrant's. The client itself would use
 * port 6333 where `new URL` leaves the port out, and would drop the path.
 */
export function qdrantAddress(url: string): QdrantAddress {
  const { hostname, port, protocol, pathname } = new URL(url);
  const https = protocol === "https:";
  return {
    host: hostname,
    port: Number(port || (https ? 443 : 80)),
    https,
    prefix: pathname.replace(/\/+$/, ""),
  };
}
