/** Where a Qdrant server is, in the words of its client. */
export type QdrantAddress = { host: string; port: number; https: boolean; prefix: string };

/**
 * What the URL says, as any HTTP client takes it: the port it names, else the scheme's own, and the path before
 * Qdrant's. The client itself would go to 6333 wherever `new URL` leaves a port out, and drops paths.
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
